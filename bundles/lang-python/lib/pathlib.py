# Paths as objects.
import os


def _parse(parts):
    path = ""
    for p in parts:
        if isinstance(p, PurePath):
            p = str(p)
        else:
            p = os.fspath(p)
            if not isinstance(p, str):
                raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, not %r" % type(p).__name__)
        path = os.path.join(path, p) if path else p
    root = ""
    if path.startswith("/"):
        root = "//" if path.startswith("//") and not path.startswith("///") else "/"
    return root, [x for x in path.split("/") if x and x != "."]


class PurePath:
    __slots__ = ("_root", "_tail")

    def __init__(self, *args):
        self._root, self._tail = _parse(args)

    def _with(self, root, tail):
        p = object.__new__(type(self))
        p._root, p._tail = root, tail
        return p

    def with_segments(self, *args):
        return type(self)(*args)

    def __str__(self):
        return self._root + "/".join(self._tail) or "."

    def __fspath__(self):
        return str(self)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def as_posix(self):
        return str(self)

    def __bytes__(self):
        return str(self).encode()

    def as_uri(self):
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote

        return "file://" + quote(str(self))

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    def _key(self):
        return [self._root] + self._tail if self._root else self._tail

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    drive = property(lambda self: "")
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)
    name = property(lambda self: self._tail[-1] if self._tail else "")

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + tuple(self._tail)

    @property
    def parent(self):
        return self._with(self._root, self._tail[:-1])

    @property
    def parents(self):
        return tuple([self._with(self._root, self._tail[:i]) for i in range(len(self._tail) - 1, -1, -1)])

    @property
    def suffix(self):
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + s for s in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % name)
        return self._with(self._root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix %r" % suffix)
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        return self._with(self._root, self._tail[:-1] + [self.stem + suffix])

    def __truediv__(self, other):
        try:
            return self.joinpath(other)
        except (TypeError, AttributeError):
            return NotImplemented

    def __rtruediv__(self, other):
        try:
            return type(self)(other, self)
        except (TypeError, AttributeError):
            return NotImplemented

    def joinpath(self, *others):
        return type(self)(self, *others)

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def relative_to(self, other, *more, walk_up=False):
        other = type(self)(other, *more)
        up = 0
        base = other
        while not (base._root == self._root and self._tail[: len(base._tail)] == base._tail):
            if not walk_up:
                raise ValueError("%r is not in the subpath of %r" % (str(self), str(other)))
            if not base._tail:
                raise ValueError("%r and %r have different anchors" % (str(self), str(other)))
            base = base.parent
            up += 1
        return self._with("", [".."] * up + self._tail[len(base._tail) :])

    def is_relative_to(self, other, *more):
        other = type(self)(other, *more)
        return other._root == self._root and self._tail[: len(other._tail)] == other._tail

    def match(self, pattern, *, case_sensitive=None):
        from fnmatch import fnmatchcase

        root, tail = _parse((pattern,))
        if not tail and not root:
            raise ValueError("empty pattern")
        if root and (root != self._root or len(tail) != len(self._tail)) or len(tail) > len(self._tail):
            return False
        return all([fnmatchcase(n, p) for n, p in zip(reversed(self._tail), reversed(tail))])

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    __slots__ = ()


class Path(PurePath):
    __slots__ = ()

    def __init__(self, *args, **kwargs):
        PurePath.__init__(self, *args)

    def __repr__(self):
        return "PosixPath(%r)" % str(self)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.path.expanduser("~"))

    def stat(self, *, follow_symlinks=True):
        return os.stat(str(self))

    lstat = stat

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(str(self))

    def is_file(self):
        return os.path.isfile(str(self))

    def is_dir(self):
        return os.path.isdir(str(self))

    def is_symlink(self):
        return False

    is_mount = is_socket = is_fifo = is_block_device = is_char_device = is_junction = is_symlink

    def samefile(self, other):
        return os.path.abspath(str(self)) == os.path.abspath(str(other))

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        if "b" in mode:
            return open(str(self), mode)
        return open(str(self), mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", -1, encoding, errors) as f:
            return f.read()

    def read_bytes(self):
        with open(str(self), "rb") as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not " + type(data).__name__)
        with self.open("w", -1, encoding, errors, newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        if isinstance(data, str):
            raise TypeError("memoryview: a bytes-like object is required, not 'str'")
        with open(str(self), "wb") as f:
            return f.write(data)

    def iterdir(self):
        for name in os.listdir(str(self)):
            yield self._with(self._root, self._tail + [name])

    def _select(self, tail, at):
        # What matches the patterns from tail[at:] under here.
        if at == len(tail):
            yield self
            return
        pat = tail[at]
        if pat == "**":
            yield from self._select(tail, at + 1)
            for p in self.iterdir():
                if p.is_dir():
                    yield from p._select(tail, at)
        elif not ("*" in pat or "?" in pat or "[" in pat):
            p = self / pat
            if p.exists():
                yield from p._select(tail, at + 1)
        else:
            from fnmatch import fnmatchcase

            for p in self.iterdir():
                if fnmatchcase(p.name, pat) and (at + 1 == len(tail) or p.is_dir()):
                    yield from p._select(tail, at + 1)

    def glob(self, pattern, *, case_sensitive=None):
        root, tail = _parse((pattern,))
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if not tail:
            raise ValueError("Unacceptable pattern: %r" % pattern)
        seen = set()
        dirs = tail[-1] == "**" or str(pattern).endswith("/")
        for p in self._select(tail, 0) if self.is_dir() else ():
            if str(p) not in seen and (not dirs or p.is_dir()):
                seen.add(str(p))
                yield p

    def rglob(self, pattern, *, case_sensitive=None):
        return self.glob("**/" + str(pattern))

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for top, dirs, files in os.walk(str(self), top_down):
            yield type(self)(top), dirs, files

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(str(self))
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, False, exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", str(self))
            return
        open(str(self), "a").close()

    def unlink(self, missing_ok=False):
        try:
            os.unlink(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(str(self))

    def rename(self, target):
        os.rename(str(self), str(target))
        return type(self)(target)

    def replace(self, target):
        os.replace(str(self), str(target))
        return type(self)(target)

    def absolute(self):
        return self if self._root else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        path = os.path.abspath(str(self))
        if strict:
            os.stat(path)
        return type(self)(path)

    def expanduser(self):
        return type(self)(os.path.expanduser(str(self)))

    def owner(self):
        raise KeyError("there are no users in the sandbox")

    def chmod(self, mode, *, follow_symlinks=True):
        self.stat()

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        pass


class PosixPath(Path, PurePosixPath):
    __slots__ = ()
