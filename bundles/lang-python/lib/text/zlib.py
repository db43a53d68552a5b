# Compression, over C's deflate.
import deflate as _d
from uio import BytesIO

DEFLATED = 8
MAX_WBITS = 15
DEF_MEM_LEVEL = 8
Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 1, 9, -1
Z_NO_COMPRESSION = Z_DEFAULT_STRATEGY = Z_NO_FLUSH = 0
Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH = 2, 3, 4
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.2.13"


class error(Exception):
    pass


def adler32(data, value=1):
    a, b = value & 0xFFFF, value >> 16
    for c in bytes(data):
        a += c
        b += a
        if b > 0x3FFFFFF:
            a %= 65521
            b %= 65521
    return b % 65521 << 16 | a % 65521


def crc32(data, value=0):
    from binascii import crc32

    return crc32(data, value)


def _raw(data):
    f = BytesIO()
    with _d.DeflateIO(f, _d.RAW, 15) as z:
        z.write(data)
    return f.getvalue()


def compress(data, level=-1, wbits=15):
    c = compressobj(level, wbits=wbits)
    return c.compress(data) + c.flush()


class compressobj:
    def __init__(self, level=-1, method=DEFLATED, wbits=15, memLevel=8, strategy=0, zdict=None):
        self._wbits = wbits
        self._data = bytearray()
        self._level = level

    def compress(self, data):
        self._data += data
        return b""

    def flush(self, mode=Z_FINISH):
        if mode != Z_FINISH:
            return b""
        data = bytes(self._data)
        raw = _raw(data)
        if self._wbits < 0:
            return raw
        if self._wbits > 15:
            return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + raw + crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
        level = {0: b"\x78\x01", 1: b"\x78\x01", 9: b"\x78\xda"}.get(self._level, b"\x78\x9c")
        return level + raw + adler32(data).to_bytes(4, "big")

    def copy(self):
        c = compressobj(self._level, wbits=self._wbits)
        c._data = bytearray(self._data)
        return c


def _inflate(data, wbits):
    # (what was inside, what comes after it)
    f = BytesIO(data)
    if wbits > 32:
        wbits = 31 if data[:2] == b"\x1f\x8b" else 15
    kind = _d.RAW if wbits < 0 else _d.GZIP if wbits > 15 else _d.ZLIB
    if kind == _d.ZLIB and (len(data) < 2 or data[0] & 15 != 8 or (data[0] << 8 | data[1]) % 31):
        raise error("Error -3 while decompressing data: incorrect header check" if len(data) >= 2 else "Error -5 while decompressing data: incomplete or truncated stream")
    try:
        out = _d.DeflateIO(f, kind, 15).read()
    except EOFError:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    except (OSError, ValueError):
        raise error("Error -3 while decompressing data: incorrect header check" if kind == _d.GZIP and data[:2] != b"\x1f\x8b" else "Error -3 while decompressing data: invalid block type")
    return out, data[f.tell() :]


def decompress(data, wbits=15, bufsize=16384):
    data = bytes(data)
    out, rest = _inflate(data, wbits)
    if 0 < wbits <= 15 and data[-4 - len(rest) : len(data) - len(rest)] != adler32(out).to_bytes(4, "big"):
        raise error("Error -3 while decompressing data: incorrect data check")
    return out


class decompressobj:
    def __init__(self, wbits=15, zdict=b""):
        self._wbits = wbits
        self._data = b""
        self.unused_data = self.unconsumed_tail = b""
        self.eof = False

    def decompress(self, data, max_length=0):
        if self.eof:
            self.unused_data += data
            return b""
        self._data += data
        try:
            out, self.unused_data = _inflate(self._data, self._wbits)
        except error as e:
            if "Error -5" in str(e):
                return b""
            raise
        self.eof = True
        return out

    def flush(self, length=0):
        return b""
