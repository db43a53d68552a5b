# Files and folders as wholes.
import os


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def copyfileobj(fsrc, fdst, length=0):
    while True:
        buf = fsrc.read(length or 65536)
        if not buf:
            break
        fdst.write(buf)


def copyfile(src, dst, *, follow_symlinks=True):
    src, dst_ = os.fspath(src), os.fspath(dst)
    if os.path.abspath(src) == os.path.abspath(dst_):
        raise SameFileError("%r and %r are the same file" % (src, dst_))
    with open(src, "rb") as f, open(dst_, "wb") as g:
        copyfileobj(f, g)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.stat(src)


copystat = copymode


def copy(src, dst, *, follow_symlinks=True):
    if os.path.isdir(os.fspath(dst)):
        dst = os.path.join(os.fspath(dst), os.path.basename(os.fspath(src)))
    copyfile(src, dst)
    return dst


copy2 = copy


def ignore_patterns(*patterns):
    from fnmatch import filter

    def ignore(path, names):
        found = set()
        for p in patterns:
            found.update(filter(names, p))
        return found

    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    src, to = os.fspath(src), os.fspath(dst)
    names = os.listdir(src)
    skip = ignore(src, names) if ignore else ()
    os.makedirs(to, exist_ok=dirs_exist_ok)
    for name in names:
        if name in skip:
            continue
        a, b = os.path.join(src, name), os.path.join(to, name)
        if os.path.isdir(a):
            copytree(a, b, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
        else:
            copy_function(a, b)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    path = os.fspath(path)
    try:
        for name in os.listdir(path):
            p = os.path.join(path, name)
            if os.path.isdir(p):
                rmtree(p, ignore_errors)
            else:
                os.unlink(p)
        os.rmdir(path)
    except OSError:
        if not ignore_errors:
            raise


def move(src, dst, copy_function=copy2):
    src, to = os.fspath(src), os.fspath(dst)
    if os.path.isdir(to) and os.path.abspath(src) != os.path.abspath(to):
        to = os.path.join(to, os.path.basename(src.rstrip("/")))
        if os.path.exists(to):
            raise Error("Destination path '%s' already exists" % to)
    os.rename(src, to)
    return to



def disk_usage(path):
    from collections import namedtuple

    return namedtuple("usage", "total used free")(0, 0, 0)


def which(cmd, mode=None, path=None):
    return None


def get_terminal_size(fallback=(80, 24)):
    return os.terminal_size(fallback)


def make_archive(base_name, format, root_dir=None, base_dir=None, *args, **kwargs):
    if format != "zip":
        raise ValueError("unknown archive format '%s': there is 'zip'" % format)
    from zipfile import ZIP_DEFLATED, ZipFile

    root = root_dir or os.curdir
    with ZipFile(base_name + ".zip", "w", ZIP_DEFLATED) as z:
        for top, dirs, files in os.walk(os.path.join(root, base_dir or "")):
            for name in sorted(files):
                p = os.path.join(top, name)
                z.write(p, os.path.relpath(p, root))
    return base_name + ".zip"


def unpack_archive(filename, extract_dir=None, format=None):
    from zipfile import ZipFile

    with ZipFile(filename) as z:
        z.extractall(extract_dir or os.getcwd())
