import contextlib
import sys
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    try:
        __import__(name)
    except ImportError as e:
        raise unittest.SkipTest(str(e))
    return sys.modules[name]


def import_fresh_module(name, fresh=(), blocked=(), deprecated=False):
    # There is one implementation of each module, and CPython's in C is left to CPython. (json's tests
    # want both to be there.)
    if fresh and not blocked and name != "json":
        return None
    try:
        __import__(name)
    except ImportError:
        return None
    return sys.modules[name]


def ready_to_import(name=None, source=""):
    raise unittest.SkipTest("modules written by the test")


def forget(name):
    sys.modules.pop(name, None)


unload = forget


class CleanImport(contextlib.nullcontext):
    def __init__(self, *names, usefrozen=False):
        super().__init__()


class DirsOnSysPath(CleanImport):
    pass
