# CPython's os, as far as a sandbox with one directory tree has it.
from uos import chdir, getcwd, listdir, mkdir, remove, rename, rmdir, unlink, urandom
from uos import stat as _stat
from collections import namedtuple as _namedtuple
import _hognose
from . import path

name = "posix"
sep = "/"
curdir = "."
pardir = ".."
extsep = "."
linesep = "\n"
pathsep = ":"
altsep = None
devnull = "/dev/null"
error = OSError

environ = _hognose.environ()
replace = rename

stat_result = _namedtuple(
    "stat_result",
    "st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime",
)


def stat(path):
    return stat_result(*_stat(path))


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    return path.__fspath__()


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        makedirs(head, exist_ok=True)
    try:
        mkdir(name)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def walk(top, topdown=True):
    dirs = []
    files = []
    for entry in listdir(top):
        if path.isdir(path.join(top, entry)):
            dirs.append(entry)
        else:
            files.append(entry)
    if topdown:
        yield top, dirs, files
    for entry in dirs:
        yield from walk(path.join(top, entry), topdown)
    if not topdown:
        yield top, dirs, files
