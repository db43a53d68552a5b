# Files that are compressed.
import zlib
from builtins import open as _open
from uio import BytesIO


class BadGzipFile(OSError):
    pass


def compress(data, compresslevel=9, *, mtime=None):
    import time

    when = int(time.time() if mtime is None else mtime)
    raw = zlib.compress(data, compresslevel, -15)
    return b"\x1f\x8b\x08\0" + when.to_bytes(4, "little") + b"\x02\xff" + raw + zlib.crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")


def decompress(data):
    out = b""
    while data:
        if data[:2] != b"\x1f\x8b":
            if not data.strip(b"\0"):
                break
            raise BadGzipFile("Not a gzipped file (%r)" % bytes(data[:2]))
        flags = data[3]
        i = 10
        if flags & 4:
            i += 2 + int.from_bytes(data[i : i + 2], "little")
        for flag in (8, 16):
            if flags & flag:
                i = data.index(b"\0", i) + 1
        i += 2 if flags & 2 else 0
        part, rest = _member(data, i)
        if zlib.crc32(part).to_bytes(4, "little") != rest[:4]:
            raise BadGzipFile("CRC check failed")
        out += part
        data = rest[8:]
    return out


def _member(data, i):
    try:
        return zlib._inflate(data[i:], -15)
    except zlib.error as e:
        if "-5" in str(e):
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        raise


class GzipFile:
    def __init__(self, filename=None, mode="rb", compresslevel=9, fileobj=None, mtime=None):
        self.name = filename
        self.mode = mode
        self._mtime = mtime
        self._mine = fileobj is None
        self._file = _open(filename, {"r": "rb", "w": "wb", "a": "ab", "x": "xb"}[mode[0]]) if fileobj is None else fileobj
        self._writes = mode[0] != "r"
        self._buf = BytesIO() if self._writes else BytesIO(decompress(self._file.read()))
        self.closed = False

    def read(self, size=-1):
        return self._buf.read(size)

    def readline(self, size=-1):
        return self._buf.readline()

    def readlines(self):
        return list(self)

    def __iter__(self):
        while True:
            line = self._buf.readline()
            if not line:
                return
            yield line

    def write(self, data):
        self._buf.write(data)
        return len(data)

    def seek(self, offset, whence=0):
        return self._buf.seek(offset, whence)

    def tell(self):
        return self._buf.tell()

    def flush(self):
        pass

    def readable(self):
        return not self._writes

    def writable(self):
        return self._writes

    def close(self):
        if self.closed:
            return
        self.closed = True
        if self._writes:
            self._file.write(compress(self._buf.getvalue(), mtime=self._mtime))
        if self._mine:
            self._file.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


class _Text:
    def __init__(self, file):
        self._f = file

    def read(self, size=-1):
        return self._f.read(size).decode()

    def readline(self):
        return self._f.readline().decode()

    def readlines(self):
        return list(self)

    def __iter__(self):
        for line in self._f:
            yield line.decode()

    def write(self, s):
        self._f.write(s.encode())
        return len(s)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def close(self):
        self._f.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    import os

    name = filename if hasattr(filename, "read") or hasattr(filename, "write") else os.fspath(filename)
    plain = mode.replace("t", "")
    f = GzipFile(name, plain, compresslevel) if isinstance(name, (str, bytes)) else GzipFile(None, plain, compresslevel, name)
    return _Text(f) if "t" in mode else f

