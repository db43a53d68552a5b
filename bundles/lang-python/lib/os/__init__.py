# CPython's os, as far as a sandbox with one directory tree has it.
import uos as _os
from uos import getcwd, urandom
from uos import stat as _stat
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


def chdir(path):
    _os.chdir(fspath(path))


def listdir(path="."):
    return _os.listdir(fspath(path))


def mkdir(path, mode=0o777, *, dir_fd=None):
    _os.mkdir(fspath(path))


def remove(path, *, dir_fd=None):
    _os.remove(fspath(path))


def rename(src, dst, **kw):
    _os.rename(fspath(src), fspath(dst))


def rmdir(path, *, dir_fd=None):
    _os.rmdir(fspath(path))


unlink = remove
replace = rename

F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
supports_bytes_environ = False


class stat_result(tuple):
    def __repr__(self):
        return "os.stat_result(" + ", ".join([n + "=" + repr(v) for n, v in zip(_stat_names, self)]) + ")"

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: float(self[7]))
    st_mtime = property(lambda self: float(self[8]))
    st_ctime = property(lambda self: float(self[9]))
    st_mtime_ns = property(lambda self: self[8] * 1000000000)
    st_atime_ns = property(lambda self: self[7] * 1000000000)


_stat_names = "st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime".split()


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return "os.terminal_size(columns=%d, lines=%d)" % self


def get_terminal_size(fd=1):
    raise OSError(25, "Inappropriate ioctl for device")


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return stat_result(_stat(fspath(path)))


lstat = stat


def access(path, mode, **kw):
    try:
        _stat(fspath(path))
        return True
    except OSError:
        return False


def isatty(fd):
    return False


def getpid():
    return 1


def getlogin():
    return "user"


def cpu_count():
    return 1


process_cpu_count = cpu_count


def chmod(path, mode, **kw):
    stat(path)


def utime(path, times=None, **kw):
    stat(path)


def umask(mask):
    return 0o22


def strerror(code):
    return str(OSError(code)).split("] ")[-1]


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def truncate(path, length):
    with open(path, "rb") as f:
        data = f.read(length)
    with open(path, "wb") as f:
        f.write(data + bytes(length - len(data)))


class PathLike:
    pass


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry %r>" % self.name


class _Scan(list):
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def __iter__(self):
        return iter(self[:])

    def close(self):
        pass


def scandir(folder="."):
    folder = fspath(folder)
    return _Scan([DirEntry(folder, name) for name in listdir(folder)])


def renames(old, new):
    head = path.dirname(new)
    if head and not path.exists(head):
        makedirs(head)
    rename(old, new)


def get_exec_path(env=None):
    return []


def uname():
    from types import SimpleNamespace

    return SimpleNamespace(sysname="wasi", nodename="sandbox", release="", version="", machine="wasm32")


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    return method(path)


def makedirs(name, mode=0o777, exist_ok=False):
    name = fspath(name)
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


# Descriptors that tempfile.mkstemp() gave: the file and its name.
_files = {}


def _file(fd):
    if fd not in _files:
        raise OSError(9, "Bad file descriptor")
    return _files[fd][0]


def fdopen(fd, mode="r", *args, **kwargs):
    _file(fd)
    f, name = _files.pop(fd)
    f.close()
    return open(name, mode.replace("+", "").replace("w", "r+"), *args, **kwargs)


def close(fd):
    _file(fd).close()
    del _files[fd]


def write(fd, data):
    if fd in (1, 2):
        import sys

        return (sys.stdout if fd == 1 else sys.stderr).buffer.write(data)
    f = _file(fd)
    n = f.write(data)
    f.flush()
    return n


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    dirs = []
    files = []
    try:
        entries = listdir(top)
    except OSError as e:
        if onerror is not None:
            onerror(e)
        return
    for entry in entries:
        (dirs if path.isdir(path.join(top, entry)) else files).append(entry)
    if topdown:
        yield top, dirs, files
    for entry in dirs:
        yield from walk(path.join(top, entry), topdown, onerror)
    if not topdown:
        yield top, dirs, files
