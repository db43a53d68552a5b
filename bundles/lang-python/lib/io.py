# C's streams, and names that stand for their kinds.
from builtins import open
from uio import BytesIO, IOBase, StringIO

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


RawIOBase = BufferedIOBase = TextIOBase = IOBase
open_code = open


def __getattr__(name):
    if name in ("FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom"):
        import sys

        return type(sys.stdout.buffer)
    if name == "TextIOWrapper":
        return _TextIOWrapper
    raise AttributeError("module 'io' has no attribute '" + name + "'")


class _TextIOWrapper:
    # Text over a stream of bytes.
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer = buffer
        self.encoding = encoding or "utf-8"
        self.errors = errors or "strict"

    def read(self, size=-1):
        return self.buffer.read(size).decode(self.encoding, self.errors)

    def readline(self, size=-1):
        return self.buffer.readline().decode(self.encoding, self.errors)

    def readlines(self):
        return list(self)

    def __iter__(self):
        while True:
            line = self.readline()
            if not line:
                return
            yield line

    def write(self, s):
        self.buffer.write(s.encode(self.encoding, self.errors))
        return len(s)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        self.buffer.flush()

    def close(self):
        self.buffer.close()

    def detach(self):
        return self.buffer

    def seek(self, offset, whence=0):
        return self.buffer.seek(offset, whence)

    def tell(self):
        return self.buffer.tell()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()
