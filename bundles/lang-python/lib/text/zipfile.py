# Archives of files.
import os
import zlib
from builtins import open as _open
from io import BytesIO

ZIP_STORED = 0
ZIP_DEFLATED = 8
ZIP_BZIP2 = 12
ZIP_LZMA = 14


class BadZipFile(Exception):
    pass


class LargeZipFile(Exception):
    pass


error = BadZipfile = BadZipFile


class ZipInfo:
    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.filename = self.orig_filename = filename
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError("ZIP does not support timestamps before 1980")
        self.compress_type = ZIP_STORED
        self.comment = self.extra = b""
        self.CRC = self.compress_size = self.file_size = self.header_offset = self.external_attr = self.flag_bits = 0

    def is_dir(self):
        return self.filename[-1:] == "/"

    def __repr__(self):
        return "<ZipInfo filename=%r%s file_size=%d%s>" % (
            self.filename, " compress_type=deflate" if self.compress_type == 8 else "", self.file_size,
            " compress_size=%d" % self.compress_size if self.compress_size != self.file_size else "",
        )

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        import time

        filename = os.fspath(filename)
        folder = os.path.isdir(filename)
        name = os.path.normpath(os.fspath(arcname) if arcname is not None else filename).lstrip("/")
        t = time.gmtime(max(os.stat(filename)[8], 315532800))
        info = cls(name + "/" if folder else name, tuple(t[:6]))
        info.file_size = 0 if folder else os.path.getsize(filename)
        return info


def is_zipfile(filename):
    try:
        with ZipFile(filename):
            return True
    except (OSError, BadZipFile):
        return False


def _u(b, i, n):
    return int.from_bytes(b[i : i + n], "little")


class ZipFile:
    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True, metadata_encoding=None):
        if mode not in ("r", "w", "x", "a"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        if compression not in (ZIP_STORED, ZIP_DEFLATED):
            raise NotImplementedError("That compression method is not supported")
        self.mode = mode
        self.compression = compression
        self.filelist = []
        self.NameToInfo = {}
        self.comment = b""
        self.pwd = None
        self._out = None
        if not hasattr(file, "read") and not hasattr(file, "write"):
            file = os.fspath(file)
        self._file = file
        self.filename = file if isinstance(file, str) else getattr(file, "name", None)
        self._data = b""
        if mode in "ra":
            if isinstance(file, str):
                if mode == "r" or os.path.exists(file):
                    with _open(file, "rb") as f:
                        self._data = f.read()
            else:
                file.seek(0)
                self._data = file.read()
            if mode == "r" or self._data:
                self._read()
        elif mode == "x" and isinstance(file, str) and os.path.exists(file):
            raise FileExistsError(17, "File exists", file)
        if mode != "r":
            self._out = bytearray(self._data[: self._start] if self._data else b"")

    def _read(self):
        d = self._data
        i = d.rfind(b"PK\5\6")
        if i < 0:
            raise BadZipFile("File is not a zip file")
        n, at = _u(d, i + 10, 2), _u(d, i + 16, 4)
        self._start = at
        self.comment = d[i + 22 : i + 22 + _u(d, i + 20, 2)]
        for _ in range(n):
            if d[at : at + 4] != b"PK\1\2":
                raise BadZipFile("Bad magic number for central directory")
            a, b, c = _u(d, at + 28, 2), _u(d, at + 30, 2), _u(d, at + 32, 2)
            t, day = _u(d, at + 12, 2), _u(d, at + 14, 2)
            info = ZipInfo(d[at + 46 : at + 46 + a].decode(), ((day >> 9) + 1980, day >> 5 & 15, day & 31, t >> 11, t >> 5 & 63, (t & 31) * 2))
            info.flag_bits = _u(d, at + 8, 2)
            info.compress_type = _u(d, at + 10, 2)
            info.CRC, info.compress_size, info.file_size = _u(d, at + 16, 4), _u(d, at + 20, 4), _u(d, at + 24, 4)
            info.external_attr = _u(d, at + 38, 4)
            info.header_offset = _u(d, at + 42, 4)
            info.comment = d[at + 46 + a + b : at + 46 + a + b + c]
            self._add(info)
            at += 46 + a + b + c

    def _add(self, info):
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __repr__(self):
        return "<zipfile.ZipFile filename=%r mode=%r>" % (self.filename, self.mode)

    def namelist(self):
        return [i.filename for i in self.filelist]

    def infolist(self):
        return self.filelist

    def getinfo(self, name):
        if name not in self.NameToInfo:
            raise KeyError("There is no item named %r in the archive" % name)
        return self.NameToInfo[name]

    def printdir(self, file=None):
        print("%-46s %19s %12s" % ("File Name", "Modified    ", "Size"))
        for i in self.filelist:
            print("%-46s %s %12d" % (i.filename, "%d-%02d-%02d %02d:%02d:%02d" % i.date_time[:6], i.file_size))

    def setpassword(self, pwd):
        self.pwd = pwd

    def read(self, name, pwd=None):
        info = name if isinstance(name, ZipInfo) else self.getinfo(name)
        d = self._out if self._out is not None else self._data
        at = info.header_offset
        if d[at : at + 4] != b"PK\3\4":
            raise BadZipFile("Bad magic number for file header")
        if info.flag_bits & 1:
            raise RuntimeError("File %r is encrypted, password required for extraction" % info.filename)
        at += 30 + _u(d, at + 26, 2) + _u(d, at + 28, 2)
        data = bytes(d[at : at + info.compress_size])
        if info.compress_type == ZIP_DEFLATED:
            data = zlib.decompress(data, -15)
        elif info.compress_type:
            raise NotImplementedError("That compression method is not supported")
        if zlib.crc32(data) != info.CRC:
            raise BadZipFile("Bad CRC-32 for file %r" % info.filename)
        return data

    def testzip(self):
        for i in self.filelist:
            try:
                self.read(i)
            except (BadZipFile, zlib.error):
                return i.filename
        return None

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        if mode == "r":
            return BytesIO(self.read(name))
        return _Writer(self, name)

    def extract(self, member, path=None, pwd=None):
        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        parts = [p for p in info.filename.split("/") if p not in ("", ".", "..")]
        target = os.path.join(os.fspath(path) if path is not None else os.getcwd(), *parts)
        if info.is_dir():
            os.makedirs(target, exist_ok=True)
            return target
        if os.path.dirname(target):
            os.makedirs(os.path.dirname(target), exist_ok=True)
        with _open(target, "wb") as f:
            f.write(self.read(info))
        return target

    def extractall(self, path=None, members=None, pwd=None):
        for m in members or self.namelist():
            self.extract(m, path)

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        info = ZipInfo.from_file(filename, arcname)
        data = b""
        if not info.is_dir():
            with _open(os.fspath(filename), "rb") as f:
                data = f.read()
        self.writestr(info, data, self.compression if compress_type is None else compress_type)

    def mkdir(self, name, mode=511):
        self.writestr((name.filename if isinstance(name, ZipInfo) else name).rstrip("/") + "/", b"")

    def writestr(self, info, data, compress_type=None, compresslevel=None):
        if self._out is None:
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not isinstance(info, ZipInfo):
            import time

            info = ZipInfo(info, tuple(time.gmtime()[:6]))
            info.compress_type = self.compression
            info.external_attr = 0o40775 << 16 | 16 if info.is_dir() else 0o600 << 16
        if compress_type is not None:
            info.compress_type = compress_type
        if isinstance(data, str):
            data = data.encode()
        if info.filename in self.NameToInfo:
            from warnings import warn

            warn("Duplicate name: %r" % info.filename)
        if not data:
            info.compress_type = ZIP_STORED if info.is_dir() else info.compress_type
        packed = zlib.compress(data, -1, -15) if info.compress_type == ZIP_DEFLATED else data
        info.CRC, info.file_size, info.compress_size = zlib.crc32(data), len(data), len(packed)
        info.header_offset = len(self._out)
        self._out += b"PK\3\4" + self._head(info) + b"\0\0" + info.filename.encode() + packed
        self._add(info)

    def _head(self, i):
        name = i.filename.encode()
        y, mo, d, h, mi, s = i.date_time[:6]
        flags = 0 if i.filename.isascii() else 0x800
        fields = ((20, 2), (flags, 2), (i.compress_type, 2), (h << 11 | mi << 5 | s // 2, 2), (y - 1980 << 9 | mo << 5 | d, 2), (i.CRC, 4), (i.compress_size, 4), (i.file_size, 4), (len(name), 2))
        return b"".join([v.to_bytes(n, "little") for v, n in fields])

    def close(self):
        if self._out is None:
            return
        start = len(self._out)
        for i in self.filelist:
            self._out += b"PK\1\2\x14\3" + self._head(i) + b"\0\0" + b"\0" * 6 + i.external_attr.to_bytes(4, "little") + i.header_offset.to_bytes(4, "little") + i.filename.encode()
        n = len(self.filelist).to_bytes(2, "little")
        self._out += b"PK\5\6\0\0\0\0" + n + n + (len(self._out) - start).to_bytes(4, "little") + start.to_bytes(4, "little") + len(self.comment).to_bytes(2, "little") + self.comment
        if isinstance(self._file, str):
            with _open(self._file, "wb") as f:
                f.write(self._out)
        else:
            self._file.seek(0)
            self._file.write(self._out)
        self._out = None


class _Writer:
    def __init__(self, archive, name):
        self._z, self._name, self._buf = archive, name, BytesIO()

    def write(self, data):
        self._buf.write(data)
        return len(data)

    def close(self):
        self._z.writestr(self._name, self._buf.getvalue())

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


class Path:
    def __init__(self, root, at=""):
        self.root = root if isinstance(root, ZipFile) else ZipFile(root)
        self.at = at

    name = property(lambda self: self.at.rstrip("/").split("/")[-1])

    def __str__(self):
        return os.path.join(self.root.filename or "", self.at)

    def joinpath(self, *other):
        return Path(self.root, os.path.join(self.at, *other))

    __truediv__ = joinpath

    def exists(self):
        return any([n == self.at or n.startswith(self.at.rstrip("/") + "/") for n in self.root.namelist()])

    def is_file(self):
        return self.at in self.root.NameToInfo and not self.at.endswith("/")

    def is_dir(self):
        return not self.at or self.exists() and not self.is_file()

    def read_text(self, *args, **kwargs):
        return self.root.read(self.at).decode()

    def read_bytes(self):
        return self.root.read(self.at)

    def iterdir(self):
        base = self.at.rstrip("/") + "/" if self.at else ""
        seen = []
        for n in self.root.namelist():
            if n.startswith(base) and n != base:
                first, slash, _ = n[len(base) :].partition("/")
                if first + slash not in seen:
                    seen.append(first + slash)
        return iter([Path(self.root, base + s) for s in seen])
