# C's streams, and text that is not plain UTF-8.
import sys
from builtins import open
from uio import BytesIO, IOBase, StringIO

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


RawIOBase = BufferedIOBase = TextIOBase = IOBase
open_code = open


# open() with an encoding, errors or newline that C's text files do not know.
def _open(file, mode, encoding, errors, newline):
    if "b" in mode:
        for name, given in ("an encoding", encoding), ("an errors", errors), ("a newline", newline):
            if given is not None:
                raise ValueError("binary mode doesn't take " + name + " argument")
    _check(encoding, errors, newline)
    text = TextIOWrapper(open(file, mode.replace("t", "") + "b"), encoding, errors, newline)
    text.mode = mode
    return text


def _check(encoding, errors, newline):
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError("illegal newline value: " + newline)
    "\xe9".encode(encoding or "utf-8", "ignore")
    "\xe9".encode("ascii", "ignore" if errors in (None, "strict") else errors)


# What follows the first piece that is written, without a mark of the order of bytes.
_later = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}


class _Meta(type):
    # C's files count as instances of the classes here.
    def __instancecheck__(cls, x):
        return cls.__subclasscheck__(type(x))

    def __subclasscheck__(cls, c):
        return cls in c.__mro__ or c is cls.__dict__.get("_c_type")


class TextIOWrapper(IOBase, metaclass=_Meta):
    # Text over a stream of bytes, which is read as a whole when something of it is.
    _c_type = type(sys.__stdout__)

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check(encoding, errors, newline)
        self.buffer = buffer
        self.encoding = encoding or "utf-8"
        self.errors = errors or "strict"
        self.line_buffering = line_buffering
        self.newlines = None
        self._newline = newline
        self._text = None
        self._written = self.encoding

    name = property(lambda self: self.buffer.name)
    closed = property(lambda self: self.buffer.closed)

    def __repr__(self):
        parts = ("name", getattr(self.buffer, "name", None)), ("mode", getattr(self, "mode", None)), ("encoding", self.encoding)
        return "<_io.TextIOWrapper" + "".join([" %s=%r" % part for part in parts if part[1] is not None]) + ">"

    def _reader(self):
        if self._text is None:
            text = self.buffer.read().decode(self.encoding, self.errors)
            if self._newline is None:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            self._text = StringIO(text)
        return self._text

    def read(self, size=-1):
        return self._reader().read(size)

    def readline(self, size=-1):
        text = self._reader()
        if self._newline != "\r":
            return text.readline() if size < 0 else text.readline(size)
        line = ""
        while len(line) != size and (c := text.read(1)):
            line += c
            if c == "\r":
                break
        return line

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, s):
        if not isinstance(s, str):
            raise TypeError("write() argument must be str, not " + type(s).__name__)
        text = s.replace("\n", self._newline) if self._newline in ("\r", "\r\n") else s
        self.buffer.write(text.encode(self._written, self.errors))
        self._written = _later.get(self._written.lower(), self._written)
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
        if whence == 2 and self._text is None:
            return self.buffer.seek(offset, whence)
        if offset == 0:
            self._text = None
            return self.buffer.seek(0)
        return self._reader().seek(offset, whence)

    def tell(self):
        return (self._text or self.buffer).tell()

    def truncate(self, size=None):
        return self.buffer.truncate(size)

    def reconfigure(self, *, encoding=None, errors=None, newline=None, **kw):
        _check(encoding, errors, newline)
        self.encoding = self._written = encoding or self.encoding
        self.errors = errors or self.errors
        self._newline = newline or self._newline

    def isatty(self):
        return False

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return True

    def fileno(self):
        return self.buffer.fileno()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


class BufferedReader(metaclass=_Meta):
    _c_type = type(sys.__stdout__.buffer)

    # Streams of bytes need no other buffer.
    def __new__(cls, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        return raw


BufferedWriter = BufferedRandom = FileIO = BufferedReader
