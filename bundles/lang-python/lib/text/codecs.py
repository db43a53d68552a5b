# Encodings by name, as functions; rot13, hex and base64 as well.
from io import open as _open

BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE = b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"
BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE


def _rot13(s, errors):
    return "".join([chr((ord(c) & 96) + ((ord(c) & 31) + 12) % 26 + 1) if c.isascii() and c.isalpha() else c for c in s])


def _binascii(name):
    def convert(data, errors):
        import binascii

        return getattr(binascii, name)(data)

    return convert


_others = {
    "rot13": (_rot13, _rot13), "hex": (_binascii("hexlify"), _binascii("unhexlify")), "base64": (_binascii("b2a_base64"), _binascii("a2b_base64")),
}


def _other(encoding):
    return _others.get(encoding.lower().replace("_", "").replace("-", "").replace("codec", ""))


def encode(obj, encoding="utf-8", errors="strict"):
    other = _other(encoding)
    return other[0](obj, errors) if other else obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    other = _other(encoding)
    return other[1](obj, errors) if other else bytes(obj).decode(encoding, errors)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    return _open(filename, mode, encoding=encoding, errors=errors if encoding else None, newline="" if encoding else None)


class CodecInfo(tuple):
    name = property(lambda self: self[2])
    encode = property(lambda self: self[0])
    decode = property(lambda self: self[1])


def lookup(encoding):
    if not _other(encoding):
        "".encode(encoding)
    name = encoding.lower().replace("_", "-")
    return CodecInfo((
        lambda s, errors="strict": (encode(s, encoding, errors), len(s)), lambda s, errors="strict": (decode(s, encoding, errors), len(s)),
        {"utf8": "utf-8", "latin-1": "iso8859-1", "latin1": "iso8859-1"}.get(name, name),
    ))


def getencoder(encoding):
    return lookup(encoding)[0]


def getdecoder(encoding):
    return lookup(encoding)[1]
