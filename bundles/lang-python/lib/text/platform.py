# Where a program runs: in a sandbox.
import os
import sys
from collections import namedtuple

_Uname = namedtuple("uname_result", "system node release version machine")


class uname_result(_Uname):
    processor = ""

    def __iter__(self):
        return iter((*_Uname.__iter__(self), ""))

    def __len__(self):
        return 6


def uname():
    u = os.uname()
    return uname_result(u.sysname, u.nodename, u.release, u.version, u.machine)


def system():
    return uname().system


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return ""


def architecture(executable="", bits="", linkage=""):
    return (bits or "32bit", linkage)


def platform(aliased=False, terse=False):
    return system() + "-" + machine()


def python_implementation():
    return "MicroPython"


def python_version():
    return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
    return tuple(python_version().split("."))


def python_build():
    return "", ""


def python_compiler():
    return "clang"


def python_branch():
    return ""


python_revision = python_branch


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return lib, version
