# Paths that match a pattern.
import os
from fnmatch import fnmatchcase


def _magic(s):
    return "*" in s or "?" in s or "[" in s


has_magic = _magic


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    root = "" if root_dir is None else os.fspath(root_dir)
    for p in _glob(root, os.fspath(pathname), recursive, include_hidden, False):
        if p:
            yield p


def _glob(root, pathname, recursive, hidden, dirs_only):
    head, tail = os.path.split(pathname)
    if not _magic(pathname):
        full = os.path.join(root, pathname)
        if tail and os.path.lexists(full) or not tail and os.path.isdir(os.path.join(root, head)):
            yield pathname
        return
    heads = _glob(root, head, recursive, hidden, True) if head and head != pathname and _magic(head) else [head]
    for h in heads:
        base = os.path.join(root, h)
        if recursive and tail == "**":
            if not h or os.path.isdir(base):
                if h:
                    yield os.path.join(h, "")
                else:
                    yield ""
            for p in _all(base, hidden, dirs_only):
                yield os.path.join(h, p)
        elif not _magic(tail):
            full = os.path.join(base, tail)
            if tail and os.path.lexists(full) or not tail and os.path.isdir(base):
                yield os.path.join(h, tail)
        else:
            for name in _names(base, dirs_only):
                if (hidden or name[0] != "." or tail[0] == ".") and fnmatchcase(name, tail):
                    yield os.path.join(h, name)


def _names(folder, dirs_only):
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return []
    return [n for n in names if os.path.isdir(os.path.join(folder, n))] if dirs_only else names


def _all(folder, hidden, dirs_only):
    for name in _names(folder, dirs_only):
        if hidden or name[0] != ".":
            yield name
            for p in _all(os.path.join(folder, name), hidden, dirs_only):
                yield os.path.join(name, p)


def escape(pathname):
    return "".join(["[" + c + "]" if c in "*?[" else c for c in pathname])
