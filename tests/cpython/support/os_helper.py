import contextlib
import os
import shutil
import tempfile
import unittest

TESTFN = TESTFN_ASCII = "@test_tmp"
TESTFN_UNICODE = TESTFN_NONASCII = TESTFN + "-\xe0\xf2"
TESTFN_UNENCODABLE = TESTFN_UNDECODABLE = None
FS_NONASCII = "\xe6"
SAVEDCWD = "/workspace"
can_symlink = lambda: False
skip_unless_symlink = skip_unless_hardlink = skip_unless_xattr = unittest.skip("no links")
skip_unless_working_chmod = skip_if_dac_override = skip_unless_dac_override = unittest.skip("no modes")
can_chmod = lambda: False
fs_is_case_insensitive = lambda directory: False
temp_umask = lambda umask: contextlib.nullcontext()
unlink = lambda name: os.path.exists(name) and os.unlink(name)
rmtree = lambda path: shutil.rmtree(path, ignore_errors=True)
rmdir = lambda path: os.path.isdir(path) and os.rmdir(path)


def create_empty_file(name):
    open(name, "w").close()


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    path = path or tempfile.mkdtemp()
    os.makedirs(path, exist_ok=True)
    try:
        yield path
    finally:
        rmtree(path)


@contextlib.contextmanager
def change_cwd(path, quiet=False):
    before = os.getcwd()
    os.chdir(path)
    try:
        yield os.getcwd()
    finally:
        os.chdir(before)


@contextlib.contextmanager
def temp_cwd(name="tempcwd", quiet=False):
    with temp_dir(name) as path, change_cwd(path) as cwd:
        yield cwd


class FakePath:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


class EnvironmentVarGuard(dict):
    def __enter__(self):
        self._before = dict(os.environ)
        return self

    def __exit__(self, *exc):
        os.environ.clear()
        os.environ.update(self._before)

    def set(self, name, value):
        os.environ[name] = value

    def unset(self, name):
        os.environ.pop(name, None)

    __setitem__ = set


def make_bad_fd():
    raise unittest.SkipTest("descriptors")


open_dir_fd = make_bad_fd
