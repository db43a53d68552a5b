# Bytes in few characters.
from binascii import a2b_base64 as _decode, b2a_base64 as _encode, hexlify as _hex, unhexlify as _unhex

_alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeError:
            raise ValueError("string argument should contain only ASCII characters")
    return _data(s, "argument should be a bytes-like object or ASCII string, not %r")


def _data(s, problem="a bytes-like object is required, not %r"):
    if isinstance(s, (bytes, bytearray, memoryview)):
        return bytes(s)
    if type(s).__name__ == "array":
        return s.tobytes()
    raise TypeError(problem % type(s).__name__)


def b64encode(s, altchars=None):
    e = _encode(_data(s))[:-1]
    return e.replace(b"+", altchars[:1]).replace(b"/", altchars[1:2]) if altchars else e


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        s = s.replace(altchars[:1], b"+").replace(altchars[1:2], b"/")
    import binascii

    clean = bytes([c for c in s if c in _alphabet or c == 61])
    if validate and clean != s:
        raise binascii.Error("Only base64 data is allowed")
    # Whatever stands after the padding is not looked at; padding too early is left out.
    n = 0
    pad = 0
    out = bytearray()
    for c in clean:
        if c == 61:
            pad += 1
            if n % 4 >= 2 and n % 4 + pad >= 4:
                break
        else:
            pad = 0
            out.append(c)
            n += 1
    if n % 4 == 1:
        raise binascii.Error(
            "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4" % n
        )
    if n % 4 and n % 4 + pad < 4:
        raise binascii.Error("Incorrect padding")
    return _decode(bytes(out) + b"=" * (-n % 4))


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def _b32encode(alphabet, s):
    s = _data(s)
    out = ""
    for i in range(0, len(s), 5):
        part = s[i : i + 5]
        n = int.from_bytes(part + b"\0" * (5 - len(part)), "big")
        text = "".join([alphabet[n >> k & 31] for k in range(35, -1, -5)])
        used = (len(part) * 8 + 4) // 5
        out += text[:used] + "=" * (8 - used)
    return out.encode()


def _b32decode(alphabet, s, casefold, map01=None):
    import binascii

    s = _bytes(s).decode()
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _bytes(map01).decode()
        s = s.replace("0", "O").replace("1", map01)
    if casefold:
        s = s.upper()
    text = s.rstrip("=")
    pad = len(s) - len(text)
    out = b""
    for i in range(0, len(text), 8):
        part = text[i : i + 8]
        n = 0
        for c in part + alphabet[0] * (8 - len(part)):
            v = alphabet.find(c)
            if v < 0:
                raise binascii.Error("Non-base32 digit found")
            n = n << 5 | v
        out += n.to_bytes(5, "big")
    if pad not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return out[: len(out) - {0: 0, 1: 1, 3: 2, 4: 3, 6: 4}[pad]]


_b32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_b32hex = "0123456789ABCDEFGHIJKLMNOPQRSTUV"


def b32encode(s):
    return _b32encode(_b32, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_b32, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_b32hex, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_b32hex, s, casefold)


def b16encode(s):
    return _hex(_data(s)).upper()


def b16decode(s, casefold=False):
    import binascii

    s = _bytes(s)
    if casefold:
        s = s.upper()
    if any([c not in b"0123456789ABCDEF" for c in s]):
        raise binascii.Error("Non-base16 digit found")
    return _unhex(s)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    b = _data(b)
    out = ""
    for i in range(0, len(b), 4):
        part = b[i : i + 4]
        n = int.from_bytes(part + b"\0" * (4 - len(part)), "big")
        if n == 0 and len(part) == 4:
            out += "z"
        elif foldspaces and n == 0x20202020 and len(part) == 4:
            out += "y"
        else:
            text = "".join([chr(33 + n // 85**k % 85) for k in (4, 3, 2, 1, 0)])
            out += text if pad else text[: len(part) + 1]
    if adobe:
        out = "<~" + out
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [out[i : i + width] for i in range(0, len(out), width)]
        if adobe and len(lines[-1]) + 2 > width:
            lines.append("")
        out = "\n".join(lines)
    return (out + ("~>" if adobe else "")).encode()


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\x0b"):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    return _85(b, lambda c: c - 33 if 33 <= c <= 117 else -1, True, foldspaces, ignorechars)


def _85(b, value, shorts, foldspaces, ignore):
    out = b""
    group = []
    for c in b:
        if shorts and c == 122 and not group:
            out += b"\0\0\0\0"
        elif foldspaces and c == 121 and not group:
            out += b"    "
        elif value(c) >= 0:
            group.append(value(c))
            if len(group) == 5:
                out += _group(group)
                group = []
        elif c not in ignore:
            raise ValueError("Non-Ascii85 digit found: %c" % c)
    if group:
        n = len(group)
        out += _group(group + [84] * (5 - n))[: n - 1]
    return out


def _group(g):
    n = 0
    for v in g:
        n = n * 85 + v
    if n > 0xFFFFFFFF:
        raise ValueError("Ascii85 overflow")
    return n.to_bytes(4, "big")


_b85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def b85encode(b, pad=False):
    b = _data(b)
    out = bytearray()
    for i in range(0, len(b), 4):
        part = b[i : i + 4]
        n = int.from_bytes(part + b"\0" * (4 - len(part)), "big")
        text = bytes([_b85[n // 85**k % 85] for k in (4, 3, 2, 1, 0)])
        out += text if pad else text[: len(part) + 1]
    return bytes(out)


def b85decode(b):
    return _85(_bytes(b), lambda c: _b85.find(bytes([c])), False, False, b"")


def encodebytes(s):
    s = _data(s)
    return b"".join([_encode(s[i : i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
    return b64decode(_data(s))


def encode(input, output):
    output.write(encodebytes(input.read()))


def decode(input, output):
    output.write(decodebytes(input.read()))
