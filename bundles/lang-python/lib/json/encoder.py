# Writing JSON.
_escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_inf = float("inf")


def _quote(s, ascii):
    if s.isprintable() and '"' not in s and "\\" not in s and (not ascii or s.isascii()):
        return '"' + s + '"'
    out = ['"']
    for c in s:
        if c in _escapes:
            c = _escapes[c]
        elif c < " ":
            c = "\\u%04x" % ord(c)
        elif ascii and c > "~":
            n = ord(c)
            if n < 0x10000:
                c = "\\u%04x" % n
            else:
                n -= 0x10000
                c = "\\u%04x\\u%04x" % (0xD800 | n >> 10, 0xDC00 | n & 0x3FF)
        out.append(c)
    out.append('"')
    return "".join(out)


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError("Object of type " + type(o).__name__ + " is not JSON serializable")

    def encode(self, o):
        out = []
        self._write(o, out.append, 0, [])
        return "".join(out)

    def iterencode(self, o, _one_shot=False):
        out = []
        self._write(o, out.append, 0, [])
        return iter(out)

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o == _inf:
            text = "Infinity"
        elif o == -_inf:
            text = "-Infinity"
        else:
            return float.__repr__(o) if type(o) is not float and hasattr(float, "__repr__") else repr(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return text

    def _write(self, o, write, level, above):
        if isinstance(o, str):
            write(_quote(o, self.ensure_ascii))
        elif o is None:
            write("null")
        elif o is True:
            write("true")
        elif o is False:
            write("false")
        elif isinstance(o, int):
            write(str(o) if type(o) is int else str(int(o)))
        elif isinstance(o, float):
            write(self._float(o))
        else:
            if self.check_circular:
                if id(o) in above:
                    raise ValueError("Circular reference detected")
                above.append(id(o))
            if isinstance(o, (list, tuple)):
                self._write_list(o, write, level + 1, above)
            elif isinstance(o, dict):
                self._write_dict(o, write, level + 1, above)
            else:
                self._write(self.default(o), write, level, above)
            if self.check_circular:
                above.pop()

    def _newline(self, level):
        indent = self.indent
        if indent is None:
            return ""
        return "\n" + (" " * indent if isinstance(indent, int) else indent) * level

    def _write_list(self, o, write, level, above):
        if not o:
            write("[]")
            return
        newline = self._newline(level)
        before = "[" + newline
        for v in o:
            write(before)
            before = self.item_separator + newline
            self._write(v, write, level, above)
        write(self._newline(level - 1) + "]")

    def _key(self, k):
        if isinstance(k, str):
            return k
        if isinstance(k, float):
            return self._float(k)
        if k is True:
            return "true"
        if k is False:
            return "false"
        if k is None:
            return "null"
        if isinstance(k, int):
            return str(int(k))
        if self.skipkeys:
            return None
        raise TypeError("keys must be str, int, float, bool or None, not " + type(k).__name__)

    def _write_dict(self, o, write, level, above):
        if not o:
            write("{}")
            return
        newline = self._newline(level)
        before = "{" + newline
        empty = True
        for k, v in sorted(o.items()) if self.sort_keys else o.items():
            k = self._key(k)
            if k is None:
                continue
            empty = False
            write(before + _quote(k, self.ensure_ascii) + self.key_separator)
            before = self.item_separator + newline
            self._write(v, write, level, above)
        write("{}" if empty else self._newline(level - 1) + "}")
