# TOML, read.
import re
from datetime import date, datetime, time, timedelta, timezone


class TOMLDecodeError(ValueError):
    pass


_BARE = re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = re.compile(r"0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0b[01](?:_?[01])*|0o[0-7](?:_?[0-7])*|[+-]?(?:0|[1-9](?:_?[0-9])*)(\.[0-9](?:_?[0-9])*)?([eE][+-]?[0-9](?:_?[0-9])*)?")
_TIME = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_DATETIME = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[Tt ]" + _TIME + r"(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?")
_LOCALTIME = re.compile(_TIME)
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


def load(fp, /, *, parse_float=float):
    data = fp.read()
    if not isinstance(data, bytes):
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(data.decode(), parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    if not isinstance(s, str):
        raise TypeError("Expected str object, not '%s'" % type(s).__name__)
    if parse_float is not float:
        given = parse_float

        def parse_float(text):
            value = given(text)
            if isinstance(value, (dict, list)):
                raise ValueError("parse_float must not return dicts or lists")
            return value

    return _Parser(s.replace("\r\n", "\n"), parse_float).document()


# What a table was made by: its own header, the header of a table in it, a key with dots, a value in braces.
_OPEN, _BETWEEN, _DOTTED, _CLOSED = range(4)


class _Parser:
    def __init__(self, text, parse_float):
        self.s = text
        self.i = 0
        self.float = parse_float
        self.kinds = {} # of tables and of lists of tables, by id

    def fail(self, message, at=None):
        at = self.i if at is None else at
        if at >= len(self.s):
            raise TOMLDecodeError(message + " (at end of document)")
        line = self.s.count("\n", 0, at) + 1
        raise TOMLDecodeError("%s (at line %d, column %d)" % (message, line, at - self.s.rfind("\n", 0, at)))

    def at(self):
        return self.s[self.i : self.i + 1]

    def space(self, also=""):
        while self.i < len(self.s) and self.s[self.i] in " \t" + also:
            self.i += 1

    def comment(self):
        if self.at() == "#":
            self.i += 1
            while self.i < len(self.s) and self.s[self.i] != "\n":
                if self.s[self.i] < " " and self.s[self.i] != "\t" or self.s[self.i] == "\x7f":
                    self.fail("Found invalid character %r" % self.s[self.i])
                self.i += 1

    # White space, line ends and comments.
    def gap(self):
        start = -1
        while start != self.i:
            start = self.i
            self.space("\n")
            self.comment()

    def document(self):
        root = table = {}
        self.kinds[id(root)] = _OPEN
        while True:
            self.space()
            c = self.at()
            if not c:
                return root
            if c == "[":
                table = self.header(root)
            elif c in "\"'" or _BARE.match(c):
                self.pair(table, _DOTTED)
            elif c not in "#\n":
                self.fail("Invalid statement")
            self.space()
            self.comment()
            if self.at() not in ("", "\n"):
                self.fail("Expected newline or end of document after a statement")
            self.i += 1

    def header(self, root):
        is_list = self.s.startswith("[[", self.i)
        self.i += 1 + is_list
        self.space()
        key = self.key()
        if not self.s.startswith("]" * (1 + is_list), self.i):
            self.fail("Expected ']%s' at the end of %s declaration" % ("]" * is_list, "an array" if is_list else "a table"))
        table = root
        for part in key[:-1]:
            table = self.inside(table, part, key, _BETWEEN)
        last = key[-1]
        if is_list:
            if last not in table:
                table[last] = []
                self.kinds[id(table[last])] = _OPEN
            if not isinstance(table[last], list) or id(table[last]) not in self.kinds:
                self.fail("Cannot overwrite a value")
            new = {}
            table[last].append(new)
        else:
            new = table.setdefault(last, {})
            if not isinstance(new, dict):
                self.fail("Cannot overwrite a value")
            if self.kinds.get(id(new), _BETWEEN) != _BETWEEN:
                self.fail("Cannot declare %r twice" % (key,))
        self.kinds[id(new)] = _OPEN
        self.i += 1 + is_list
        return new

    def inside(self, table, part, key, kind):
        if part not in table:
            table[part] = {}
            self.kinds[id(table[part])] = kind
        new = table[part]
        if isinstance(new, list) and id(new) in self.kinds and kind == _BETWEEN:
            return new[-1]
        known = self.kinds.get(id(new)) if isinstance(new, dict) else _CLOSED
        if known == _CLOSED or kind == _DOTTED and known != _DOTTED:
            self.fail("Cannot mutate immutable namespace %r" % (key[:-1] if kind == _DOTTED else key,) if isinstance(new, dict) else "Cannot overwrite a value")
        return new

    def pair(self, table, kind):
        key = self.key()
        if self.at() != "=":
            self.fail("Expected '=' after a key in a key/value pair")
        self.i += 1
        self.space()
        value = self.value()
        for part in key[:-1]:
            table = self.inside(table, part, key, kind)
        if key[-1] in table:
            self.fail("Cannot overwrite a value")
        table[key[-1]] = value

    def key(self):
        parts = []
        while True:
            c = self.at()
            if c in ('"', "'") and c:
                parts.append(self.basic() if c == '"' else self.literal())
            else:
                m = _BARE.match(self.s, self.i)
                if not m:
                    self.fail("Invalid initial character for a key part")
                parts.append(m[0])
                self.i = m.end()
            self.space()
            if self.at() != ".":
                return tuple(parts)
            self.i += 1
            self.space()

    def value(self):
        s, i = self.s, self.i
        c = self.at()
        if c == '"':
            return self.basic(True) if s.startswith('"""', i) else self.basic()
        if c == "'":
            return self.literal(True) if s.startswith("'''", i) else self.literal()
        if c == "[":
            return self.array()
        if c == "{":
            return self.table()
        for text, value in ("true", True), ("false", False):
            if s.startswith(text, i):
                self.i += len(text)
                return value
        m = _DATETIME.match(s, i)
        if m:
            return self.moment(m)
        m = _LOCALTIME.match(s, i)
        if m:
            self.i = m.end()
            return time(int(m[1]), int(m[2]), int(m[3]), int((m[4] or "").ljust(6, "0")))
        m = _NUMBER.match(s, i)
        if m:
            self.i = m.end()
            return self.float(m[0]) if m[1] or m[2] else int(m[0], 0)
        for text in "inf", "nan", "+inf", "-inf", "+nan", "-nan":
            if s.startswith(text, i):
                self.i += len(text)
                return self.float(text)
        self.fail("Invalid value")

    def moment(self, m):
        try:
            day = int(m[1]), int(m[2]), int(m[3])
            self.i, start = m.end(), self.i
            if m[4] is None:
                return date(*day)
            zone = None
            if m[8]:
                zone = timezone.utc
            elif m[9]:
                zone = timezone(timedelta(hours=int(m[9] + m[10]), minutes=int(m[9] + m[11])))
            return datetime(*day, int(m[4]), int(m[5]), int(m[6]), int((m[7] or "").ljust(6, "0")), zone)
        except ValueError:
            self.fail("Invalid date or datetime", start)

    def array(self):
        out = []
        self.i += 1
        while True:
            self.gap()
            if self.at() == "]":
                self.i += 1
                return out
            out.append(self.value())
            self.gap()
            if self.at() == ",":
                self.i += 1
            elif self.at() != "]":
                self.fail("Unclosed array")

    def table(self):
        out = {}
        self.kinds[id(out)] = _CLOSED
        self.i += 1
        self.space()
        first = True
        while first and self.at() != "}" or not first:
            self.pair(out, _DOTTED)
            self.space()
            first = False
            if self.at() == "}":
                break
            if self.at() != ",":
                self.fail("Unclosed inline table")
            self.i += 1
            self.space()
        self.i += 1
        self.close(out)
        return out

    # Nothing can be added to what stood in braces.
    def close(self, value):
        if isinstance(value, dict):
            self.kinds[id(value)] = _CLOSED
            for v in value.values():
                self.close(v)

    def literal(self, is_long=False):
        quote = "'''" if is_long else "'"
        self.i += len(quote)
        if is_long and self.at() == "\n":
            self.i += 1
        end = self.s.find(quote, self.i)
        text = self.s[self.i : end] if end >= 0 else self.s[self.i :]
        for k, c in enumerate(text):
            if (c < " " or c == "\x7f") and c != "\t" and not (is_long and c == "\n"):
                self.fail("Found invalid character %r" % c, self.i + k)
        if end < 0:
            self.i = len(self.s)
            self.fail("Expected %r" % quote)
        self.i = end + len(quote)
        for _ in range(2 * is_long):
            if self.at() == "'":
                text += "'"
                self.i += 1
        return text

    def basic(self, is_long=False):
        quote = '"""' if is_long else '"'
        self.i += len(quote)
        if is_long and self.at() == "\n":
            self.i += 1
        out = []
        while True:
            c = self.at()
            if not c:
                self.fail("Unterminated string")
            if self.s.startswith(quote, self.i):
                self.i += len(quote)
                for _ in range(2 * is_long):
                    if self.at() == '"':
                        out.append('"')
                        self.i += 1
                return "".join(out)
            if c == "\\":
                out.append(self.escape(is_long))
                continue
            if (c < " " or c == "\x7f") and c != "\t" and not (is_long and c == "\n"):
                self.fail("Illegal character %r" % c)
            out.append(c)
            self.i += 1

    def escape(self, is_long):
        start = self.i
        c = self.s[start + 1 : start + 2]
        if is_long and c and c in " \t\n":
            # The line's end, and all that is white behind it.
            self.i += 1
            self.space()
            if self.at() != "\n":
                if not self.at():
                    return ""
                self.fail("Unescaped '\\' in a string")
            self.space("\n")
            return ""
        if c in ("u", "U"):
            n = 4 if c == "u" else 8
            digits = self.s[start + 2 : start + 2 + n]
            if len(digits) != n or not re.fullmatch("[0-9A-Fa-f]+", digits):
                self.fail("Invalid hex value")
            code = int(digits, 16)
            if code > 0x10FFFF or 0xD800 <= code < 0xE000:
                self.fail("Escaped character is not a Unicode scalar value")
            self.i += 2 + n
            return chr(code)
        if c not in _ESCAPES:
            self.fail("Unescaped '\\' in a string" if c else "Unterminated string")
        self.i += 2
        return _ESCAPES[c]
