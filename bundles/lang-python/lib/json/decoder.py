# Reading JSON. The text is scanned as UTF-8 bytes, where a position costs nothing.
class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__("%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


class _At(Exception):
    # Something is wrong at this byte.
    pass


_escapes = {34: '"', 92: "\\", 47: "/", 98: "\b", 102: "\f", 110: "\n", 114: "\r", 116: "\t"}
_inf = float("inf")
_constants = {"NaN": float("nan"), "Infinity": _inf, "-Infinity": -_inf}


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _constants.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        b = s.encode()
        try:
            value, end = self._value(b, _skip(b, 0))
            end = _skip(b, end)
            if end != len(b):
                raise _At("Extra data", end)
            return value
        except _At as e:
            msg, at = e.args
        raise JSONDecodeError(msg, s, len(b[:at].decode()))

    def raw_decode(self, s, idx=0):
        b = s.encode()
        try:
            value, end = self._value(b, len(s[:idx].encode()))
            return value, len(b[:end].decode())
        except _At as e:
            msg, at = e.args
        raise JSONDecodeError(msg, s, len(b[:at].decode()))

    def _value(self, b, i):
        c = b[i] if i < len(b) else 0
        if c == 34:
            return self._string(b, i + 1)
        if c == 123:
            return self._object(b, i + 1)
        if c == 91:
            return self._array(b, i + 1)
        if 48 <= c <= 57 or c == 45:
            return self._number(b, i)
        if c == 116 and b[i : i + 4] == b"true":
            return True, i + 4
        if c == 102 and b[i : i + 5] == b"false":
            return False, i + 5
        if c == 110 and b[i : i + 4] == b"null":
            return None, i + 4
        for name in ("NaN", "Infinity"):
            if b.startswith(name.encode(), i):
                return self.parse_constant(name), i + len(name)
        raise _At("Expecting value", i)

    def _number(self, b, start):
        n = len(b)
        i = start
        if b[i] == 45:
            i += 1
            if b.startswith(b"Infinity", i):
                return self.parse_constant("-Infinity"), i + 8
        j = i
        while i < n and 48 <= b[i] <= 57:
            i += 1
        if i == j:
            raise _At("Expecting value", start)
        if b[j] == 48:
            i = j + 1
        whole = True
        if i + 1 < n and b[i] == 46 and 48 <= b[i + 1] <= 57:
            whole = False
            i += 2
            while i < n and 48 <= b[i] <= 57:
                i += 1
        if i < n and b[i] in (69, 101):
            j = i + 1
            if j < n and b[j] in (43, 45):
                j += 1
            if j < n and 48 <= b[j] <= 57:
                whole = False
                i = j + 1
                while i < n and 48 <= b[i] <= 57:
                    i += 1
        text = b[start:i].decode()
        return (self.parse_int if whole else self.parse_float)(text), i

    def _string(self, b, i):
        start = i - 1
        parts = []
        while True:
            j = b.find(b'"', i)
            if j < 0:
                raise _At(*self._unterminated(b, i, start))
            k = b.find(b"\\", i, j)
            end = j if k < 0 else k
            text = b[i:end].decode()
            if self.strict and not text.isprintable():
                for n in range(i, end):
                    if b[n] < 32:
                        raise _At("Invalid control character at", n)
            if k < 0:
                if not parts:
                    return text, j + 1
                parts.append(text)
                return "".join(parts), j + 1
            parts.append(text)
            c = b[k + 1]
            if c == 117:
                code = _hex(b, k + 2)
                i = k + 6
                if 0xD800 <= code < 0xDC00 and b[i : i + 2] == b"\\u":
                    low = _hex(b, i + 2)
                    if 0xDC00 <= low < 0xE000:
                        code = 0x10000 + ((code - 0xD800) << 10) + low - 0xDC00
                        i += 6
                parts.append(chr(code))
            elif c in _escapes:
                parts.append(_escapes[c])
                i = k + 2
            else:
                raise _At("Invalid \\escape", k)

    def _unterminated(self, b, i, start):
        # There is no quote any more; what comes first may still be worse.
        n = len(b)
        while i < n:
            if b[i] == 92:
                if i + 1 >= n:
                    break
                if b[i + 1] == 117:
                    _hex(b, i + 2)
                elif b[i + 1] not in _escapes:
                    return "Invalid \\escape", i
                i += 2
                continue
            if b[i] < 32 and self.strict:
                return "Invalid control character at", i
            i += 1
        return "Unterminated string starting at", start

    def _array(self, b, i):
        values = []
        i = _skip(b, i)
        if i < len(b) and b[i] == 93:
            return values, i + 1
        while True:
            value, i = self._value(b, i)
            values.append(value)
            i = _skip(b, i)
            c = b[i] if i < len(b) else 0
            if c == 93:
                return values, i + 1
            if c != 44:
                raise _At("Expecting ',' delimiter", i)
            i = _skip(b, i + 1)

    def _object(self, b, i):
        n = len(b)
        pairs = []
        i = _skip(b, i)
        if i < n and b[i] == 125:
            i += 1
        else:
            while True:
                if i >= n or b[i] != 34:
                    raise _At("Expecting property name enclosed in double quotes", i)
                key, i = self._string(b, i + 1)
                if i >= n or b[i] != 58:
                    i = _skip(b, i)
                    if i >= n or b[i] != 58:
                        raise _At("Expecting ':' delimiter", i)
                value, i = self._value(b, _skip(b, i + 1))
                pairs.append((key, value))
                i = _skip(b, i)
                c = b[i] if i < n else 0
                if c == 125:
                    i += 1
                    break
                if c != 44:
                    raise _At("Expecting ',' delimiter", i)
                i = _skip(b, i + 1)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), i
        d = dict(pairs)
        return d if self.object_hook is None else self.object_hook(d), i


def _skip(b, i):
    n = len(b)
    while i < n and b[i] in (32, 10, 13, 9):
        i += 1
    return i


def _hex(b, i):
    digits = b[i : i + 4]
    if len(digits) == 4 and all([48 <= c <= 57 or 65 <= c <= 70 or 97 <= c <= 102 for c in digits]):
        return int(digits.decode(), 16)
    raise _At("Invalid \\uXXXX escape", i - 1)
