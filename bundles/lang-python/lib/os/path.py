# os.path: text operations on POSIX paths, and the few questions that need a stat.
from uos import getcwd, stat as _stat

sep = "/"
curdir = "."
pardir = ".."


def join(a, *parts):
    for p in parts:
        if p.startswith("/"):
            a = p
        elif not a or a.endswith("/"):
            a += p
        else:
            a += "/" + p
    return a


def split(p):
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def dirname(p):
    return split(p)[0]


def basename(p):
    return p[p.rfind("/") + 1 :]


def splitext(p):
    base = p.rfind("/") + 1
    dot = p.rfind(".")
    # Leading dots of a name are part of the name: ".bashrc" has no extension.
    while base < len(p) and p[base] == ".":
        base += 1
    if dot < base or dot == -1:
        return p, ""
    return p[:dot], p[dot:]


def isabs(p):
    return p.startswith("/")


def normpath(p):
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
    return normpath(p if isabs(p) else join(getcwd(), p))


realpath = abspath


def commonprefix(paths):
    if not paths:
        return ""
    low, high = min(paths), max(paths)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def relpath(p, start="."):
    a = [x for x in abspath(start).split("/") if x]
    b = [x for x in abspath(p).split("/") if x]
    i = 0
    while i < len(a) and i < len(b) and a[i] == b[i]:
        i += 1
    return "/".join([".."] * (len(a) - i) + b[i:]) or "."


def expanduser(p):
    return p


def _mode(p):
    try:
        return _stat(p)[0] & 0o170000
    except OSError:
        return 0


def exists(p):
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
    return _stat(p)[6]


def getmtime(p):
    return _stat(p)[8]
