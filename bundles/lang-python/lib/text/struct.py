# C's struct, and what it does not have.
from ustruct import calcsize, pack, pack_into, unpack, unpack_from


class error(Exception):
    pass


def _bytes_of(fmt):
    return fmt.decode() if isinstance(fmt, (bytes, bytearray)) else fmt


def iter_unpack(format, buffer):
    n = calcsize(format)
    if n == 0 or len(buffer) % n:
        raise error("iterative unpacking requires a buffer of a multiple of %d bytes" % n)
    for i in range(0, len(buffer), n):
        yield unpack_from(format, buffer, i)


_calcsize, _pack, _unpack, _unpack_from, _pack_into = calcsize, pack, unpack, unpack_from, pack_into
_ranges = {"b": 8, "B": 8, "h": 16, "H": 16, "i": 32, "I": 32, "l": 32, "L": 32, "q": 64, "Q": 64}


def _codes(fmt):
    # The codes of the values, one by one; a wrong one is an error.
    count = ""
    out = []
    for c in fmt[fmt[:1] in ("@", "=", "<", ">", "!") :]:
        if c.isspace():
            continue
        if c.isdigit():
            count += c
            continue
        if c not in "xcbB?hHiIlLqQnNefdspP":
            raise error("bad char in struct format")
        if c == "s" or c == "p":
            out.append((c, int(count or 1)))
        elif c != "x":
            out += [(c, 1)] * int(count or 1)
        count = ""
    if count:
        raise error("repeat count given without format specifier")
    return out


def _portable(fmt):
    # "l" and "L" without a prefix are 8 bytes in CPython on the machines that models know.
    fmt = _bytes_of(fmt)
    if fmt[:1] in ("=", "<", ">", "!"):
        return fmt.replace("=", "<")
    body = fmt[fmt[:1] == "@" :]
    for a, b in (("l", "q"), ("L", "Q"), ("n", "q"), ("N", "Q"), ("P", "Q")):
        body = body.replace(a, b)
    return "@" + body


def _plain(fmt):
    # C's struct has no "?", "c" and "p".
    out = count = ""
    for c in fmt:
        if c.isdigit():
            count += c
            continue
        out += "1s" * int(count or 1) if c == "c" else count + {"?": "B", "p": "s"}.get(c, c)
        count = ""
    return out


def _read(fmt, values):
    if "?" not in fmt and "p" not in fmt:
        return values
    return tuple([v != 0 if c == "?" else v[1 : 1 + v[0]] if c == "p" else v for (c, _), v in zip(_codes(fmt), values)])


def _written(fmt, values):
    if "?" not in fmt and "p" not in fmt:
        return values
    return [
        bool(v) if c == "?" else (bytes([min(len(v), n - 1, 255)]) + v)[:n] if c == "p" and n else v
        for (c, n), v in zip(_codes(fmt), values)
    ]


def calcsize(format):
    fmt = _portable(format)
    _codes(fmt)
    return _calcsize(_plain(fmt))


def _checked(fmt, values):
    codes = _codes(fmt)
    if len(codes) != len(values):
        raise error("pack expected %d items for packing (got %d)" % (len(codes), len(values)))
    for (c, n), v in zip(codes, values):
        if c in _ranges:
            if not isinstance(v, int):
                if not hasattr(type(v), "__index__"):
                    raise error("required argument is not an integer")
                continue
            bits = _ranges[c]
            low, high = (0, (1 << bits) - 1) if c.isupper() else (-(1 << bits - 1), (1 << bits - 1) - 1)
            if not low <= v <= high:
                if bits == 64:
                    raise error("int too large to convert" if c == "Q" and v >= 0 or c == "q" else "argument out of range")
                raise error("'%s' format requires %d <= number <= %d" % (c, low, high))
        elif c in "fde":
            if not isinstance(v, (int, float)):
                raise error("required argument is not a float")
        elif c == "c":
            if not isinstance(v, (bytes, bytearray)) or len(v) != 1:
                raise error("char format requires a bytes object of length 1")
        elif c in "sp" and not isinstance(v, (bytes, bytearray)):
            raise error("argument for '%s' must be a bytes object" % c)


def pack(format, *values):
    fmt = _portable(format)
    _checked(fmt, values)
    return _pack(_plain(fmt), *_written(fmt, values))


def _from_start(offset, buffer):
    if offset >= 0:
        return offset
    if offset < -len(buffer):
        raise error("offset %d out of range for %d-byte buffer" % (offset, len(buffer)))
    return offset + len(buffer)


def pack_into(format, buffer, offset, *values):
    fmt = _portable(format)
    _checked(fmt, values)
    n = _calcsize(_plain(fmt))
    offset = _from_start(offset, buffer)
    if offset + n > len(buffer):
        raise error(
            "pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)"
            % (n + offset, n, offset, len(buffer))
        )
    _pack_into(_plain(fmt), buffer, offset, *_written(fmt, values))


def unpack(format, buffer):
    fmt = _portable(format)
    _codes(fmt)
    n = _calcsize(_plain(fmt))
    if len(buffer) != n:
        raise error("unpack requires a buffer of %d bytes" % n)
    return _read(fmt, _unpack(_plain(fmt), buffer))


def unpack_from(format, buffer, offset=0):
    fmt = _portable(format)
    _codes(fmt)
    n = _calcsize(_plain(fmt))
    offset = _from_start(offset, buffer)
    if len(buffer) - offset < n:
        raise error(
            "unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)"
            % (n + offset, n, offset, len(buffer))
        )
    return _read(fmt, _unpack_from(_plain(fmt), buffer, offset))


class Struct:
    def __init__(self, format):
        self.format = _bytes_of(format)
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)

    def __repr__(self):
        return "Struct(%r)" % self.format
