# os.path: text operations on POSIX paths, and the few questions that need a stat.
from uos import getcwd, stat as _stat

sep = "/"
curdir = "."
pardir = ".."
extsep = "."
altsep = None
pathsep = ":"
devnull = "/dev/null"
supports_unicode_filenames = True


def _fs(p):
    if isinstance(p, str):
        return p
    from . import fspath

    p = fspath(p)
    return p.decode() if isinstance(p, bytes) else p


def join(a, *parts):
    a = _fs(a)
    for p in parts:
        p = _fs(p)
        if p.startswith("/"):
            a = p
        elif not a or a.endswith("/"):
            a += p
        else:
            a += "/" + p
    return a


def split(p):
    p = _fs(p)
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def dirname(p):
    return split(p)[0]


def basename(p):
    p = _fs(p)
    return p[p.rfind("/") + 1 :]


def splitext(p):
    p = _fs(p)
    base = p.rfind("/") + 1
    dot = p.rfind(".")
    # Leading dots of a name are part of the name: ".bashrc" has no extension.
    while base < len(p) and p[base] == ".":
        base += 1
    if dot < base or dot == -1:
        return p, ""
    return p[:dot], p[dot:]


def isabs(p):
    p = _fs(p)
    return p.startswith("/")


def normpath(p):
    p = _fs(p)
    if not p:
        return "."
    lead = "/" if p.startswith("/") else ""
    if p.startswith("//") and not p.startswith("///"):
        lead = "//"
    out = []
    for part in p.split("/"):
        if part in ("", "."):
            continue
        if part == ".." and (not lead and not out or out and out[-1] == ".."):
            out.append(part)
        elif part == "..":
            if out:
                out.pop()
        else:
            out.append(part)
    return lead + "/".join(out) or "."


def abspath(p):
    p = _fs(p)
    return normpath(p if isabs(p) else join(getcwd(), p))


def realpath(p, *, strict=False):
    return abspath(p)


def normcase(p):
    return _fs(p)


def splitdrive(p):
    return "", _fs(p)


def splitroot(p):
    p = _fs(p)
    n = len(p) - len(p.lstrip("/"))
    n = min(n, 1) if n != 2 else 2
    return "", p[:n], p[n:]


def expandvars(p):
    p = _fs(p)
    from . import environ

    out = ""
    i = 0
    while i < len(p):
        if p[i] == "$":
            j = i + 1
            if p[j : j + 1] == "{":
                j = p.find("}", i)
                name, end = p[i + 2 : j], j + 1
            else:
                while j < len(p) and (p[j].isalpha() or p[j].isdigit() or p[j] == "_"):
                    j += 1
                name, end = p[i + 1 : j], j
            if end > i + 1 and name in environ:
                out += environ[name]
                i = end
                continue
        out += p[i]
        i += 1
    return out


def commonpath(paths):
    paths = [_fs(p) for p in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len(set([isabs(p) for p in paths])) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    split = [[c for c in p.split("/") if c and c != "."] for p in paths]
    low, high = min(split), max(split)
    n = 0
    while n < len(low) and n < len(high) and low[n] == high[n]:
        n += 1
    return ("/" if isabs(paths[0]) else "") + "/".join(low[:n])


def samefile(a, b):
    return abspath(a) == abspath(b)


def ismount(p):
    return abspath(p) == "/"


def commonprefix(paths):
    if not paths:
        return ""
    low, high = min(paths), max(paths)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def relpath(p, start="."):
    p = _fs(p)
    if not p:
        raise ValueError("no path specified")
    a = [x for x in abspath(start).split("/") if x]
    b = [x for x in abspath(p).split("/") if x]
    i = 0
    while i < len(a) and i < len(b) and a[i] == b[i]:
        i += 1
    return "/".join([".."] * (len(a) - i) + b[i:]) or "."


def expanduser(p):
    p = _fs(p)
    if p == "~" or p.startswith("~/"):
        from . import environ

        home = environ.get("HOME", "/workspace")
        return (home.rstrip("/") + p[1:]) or "/"
    return p


def _mode(p):
    p = _fs(p)
    try:
        return _stat(p)[0] & 0o170000
    except OSError:
        return 0


def exists(p):
    p = _fs(p)
    try:
        _stat(p)
        return True
    except OSError:
        return False


lexists = exists


def isfile(p):
    return _mode(p) == 0o100000


def isdir(p):
    return _mode(p) == 0o040000


def islink(p):
    return False


def getsize(p):
    return _stat(_fs(p))[6]


def getctime(p):
    return float(_stat(_fs(p))[9])


def getatime(p):
    return float(_stat(_fs(p))[7])


def getmtime(p):
    return float(_stat(_fs(p))[8])
