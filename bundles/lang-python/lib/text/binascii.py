# Bytes as text.
from ubinascii import a2b_base64 as _a2b, b2a_base64 as _b2a, crc32, hexlify as _hexlify, unhexlify as _unhexlify


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def b2a_base64(data, *, newline=True):
    return _b2a(data) if newline else _b2a(data)[:-1]


def a2b_base64(data, *, strict_mode=False):
    try:
        return _a2b(data)
    except ValueError:
        raise Error("Incorrect padding")


def hexlify(data, sep=None, bytes_per_sep=1):
    return _hexlify(data) if sep is None else _hexlify(data, sep) if bytes_per_sep == 1 else bytes(data).hex(sep, bytes_per_sep).encode()


b2a_hex = hexlify


def unhexlify(hexstr):
    if len(hexstr) % 2:
        raise Error("Odd-length string")
    try:
        return _unhexlify(hexstr)
    except ValueError:
        raise Error("Non-hexadecimal digit found")


a2b_hex = unhexlify


def crc_hqx(data, value):
    value &= 0xFFFF
    for c in bytes(data):
        value ^= c << 8
        for _ in range(8):
            value = (value << 1 ^ (0x1021 if value & 0x8000 else 0)) & 0xFFFF
    return value
