# Files and folders that go away.
import os

tempdir = None
template = "tmp"
TMP_MAX = 10000


def gettempdir():
    global tempdir
    if tempdir is None:
        for d in (os.environ.get("TMPDIR"), "/tmp", "/workspace/tmp"):
            if d and os.path.isdir(d):
                tempdir = d
                break
        else:
            # There is one tree: the sandbox's own.
            tempdir = os.path.join(os.getcwd(), ".tmp")
            os.makedirs(tempdir, exist_ok=True)
    return tempdir


def gettempprefix():
    return template


def _name(suffix, prefix, dir):
    from binascii import hexlify

    dir = gettempdir() if dir is None else os.fspath(dir)
    for _ in range(TMP_MAX):
        name = os.path.join(dir, (template if prefix is None else prefix) + hexlify(os.urandom(4)).decode() + (suffix or ""))
        if not os.path.exists(name):
            return name
    raise FileExistsError(17, "No usable temporary file name found")


def mktemp(suffix="", prefix=template, dir=None):
    return _name(suffix, prefix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    name = _name(suffix, prefix, dir)
    os.mkdir(name)
    return name


class _File:
    def __init__(self, name, mode, delete, encoding, newline, errors):
        self.name = name
        self.file = open(name, mode, encoding=encoding, newline=newline, errors=errors)
        self.delete = delete
        self.closed = False

    def __getattr__(self, name):
        if name == "file":
            raise AttributeError(name)
        return getattr(self.file, name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        self.close()

    def close(self):
        if not self.closed:
            self.closed = True
            self.file.close()
            if self.delete and os.path.exists(self.name):
                os.unlink(self.name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None, delete_on_close=True):
    return _File(_name(suffix, prefix, dir), mode, delete, encoding, newline, errors)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    return NamedTemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors)


def SpooledTemporaryFile(max_size=0, mode="w+b", *args, **kwargs):
    return NamedTemporaryFile(mode, *args, **kwargs)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    name = _name(suffix, prefix, dir)
    f = open(name, "w+" if text else "w+b")
    fd = f.fileno()
    os._files[fd] = f, name
    return fd, name


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._delete = delete

    def __repr__(self):
        return "<TemporaryDirectory %r>" % self.name

    def __enter__(self):
        return self.name

    def __exit__(self, t, v, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if os.path.exists(self.name):
            from shutil import rmtree

            rmtree(self.name)
