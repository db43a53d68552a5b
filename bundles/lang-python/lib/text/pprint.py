# Data, printed so that it can be read.

class _Key:
    # Sorts what cannot be compared by its type's name.
    def __init__(self, x):
        self.x = x

    def __lt__(self, other):
        try:
            return self.x < other.x
        except TypeError:
            return (str(type(self.x)), id(self.x)) < (str(type(other.x)), id(other.x))


def _sorted_items(items):
    return sorted(items, key=lambda item: (_Key(item[0]), _Key(item[1])))


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    return PrettyPrinter()._repr(object, [], 0)


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


_HOLDERS = "dict list tuple set frozenset str bytes OrderedDict defaultdict Counter deque mappingproxy MappingProxyType".split()
_KINDS = _HOLDERS + "bytearray ChainMap UserDict UserList UserString SimpleNamespace object".split()


# The class whose repr() a class has, if its instances are printed in several lines; else the class.
def _kind(cls):
    for c in cls.__mro__:
        if c.__name__ in _KINDS and c.__module__ in ("builtins", "collections", "types", "ucollections"):
            return c
        if "__repr__" in c.__dict__:
            break
    return cls


def _recursion(x):
    return "<Recursion on %s with id=%s>" % (type(x).__name__, id(x))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = bool(compact)
        self._sort = sort_dicts
        self._underscore = underscore_numbers
        self._readable = True
        self._recursive = False

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")
        else:
            print(self.pformat(object))

    def pformat(self, object):
        self._recursive = False
        self._readable = True
        out = []
        self._format(object, out, 0, 0, [], 0)
        return "".join(out)

    def isrecursive(self, object):
        self.pformat(object)
        return self._recursive

    def isreadable(self, object):
        self.pformat(object)
        return self._readable and not self._recursive

    def format(self, object, context, maxlevels, level):
        return self._safe(object, context, maxlevels, level)

    def _items(self, d):
        return _sorted_items(d.items()) if self._sort else list(d.items())

    def _repr(self, x, above, level):
        rep, readable, recursive = self.format(x, {i: 1 for i in above}, self._depth, level)
        self._readable = self._readable and readable
        self._recursive = self._recursive or recursive
        return rep

    # Text, whether it can be read, whether it holds itself.
    def _safe(self, x, context, depth, level):
        if type(x) is int and self._underscore:
            return "{:_d}".format(x), True, False
        kind = _kind(type(x))
        if kind not in (dict, list, tuple) or not x:
            rep = repr(x)
            return rep, rep[:1] != "<", False
        if depth and level >= depth:
            return {dict: "{...}", list: "[...]", tuple: "(...)"}[kind], False, False
        if id(x) in context:
            return _recursion(x), False, True
        context[id(x)] = 1
        level += 1
        all_ = [self.format(v, dict(context), depth, level) for v in ([y for pair in self._items(x) for y in pair] if kind is dict else x)]
        parts = [rep for rep, _, _ in all_]
        if kind is dict:
            text = "{" + ", ".join([k + ": " + v for k, v in zip(parts[::2], parts[1::2])]) + "}"
        elif kind is list:
            text = "[" + ", ".join(parts) + "]"
        else:
            text = "(" + parts[0] + ",)" if len(parts) == 1 else "(" + ", ".join(parts) + ")"
        return text, all([one[1] for one in all_]), any([one[2] for one in all_])

    def _format(self, x, out, indent, allowance, above, level):
        if id(x) in above:
            out.append(_recursion(x))
            self._recursive = True
            return
        rep = self._repr(x, above, level)
        if len(rep) <= self._width - indent - allowance:
            out.append(rep)
            return
        t = type(x)
        kind = _kind(t)
        name = kind.__name__
        above = above + [id(x)]
        level += 1
        if self._depth and level > self._depth or name in _HOLDERS and not x:
            out.append(rep)
        elif kind is dict:
            self._format_dict(x, out, indent, allowance, above, level, "{", self._items(x))
        elif kind is list:
            out.append("[")
            self._format_items(x, out, indent, allowance + 1, above, level)
            out.append("]")
        elif kind is tuple:
            end = ",)" if len(x) == 1 else ")"
            out.append("(")
            self._format_items(x, out, indent, allowance + len(end), above, level)
            out.append(end)
        elif kind in (set, frozenset):
            head, end = ("{", "}") if t is set else (t.__name__ + "({", "})")
            out.append(head)
            items = sorted(x, key=_Key)
            self._format_items(items, out, indent + len(head) - 1, allowance + len(end), above, level)
            out.append(end)
        elif kind is str:
            self._format_str(x, out, indent, allowance, level)
        elif kind in (bytes, bytearray) and len(x) > 4:
            self._format_bytes(x, out, indent, allowance, level)
        elif name == "OrderedDict":
            out.append(t.__name__ + "(")
            self._format(list(x.items()), out, indent + len(t.__name__) + 1, allowance + 1, above, level)
            out.append(")")
        elif name == "defaultdict":
            head = t.__name__ + "(" + repr(x.default_factory)
            indent += len(t.__name__) + 1
            out.append(head + ",\n" + " " * indent)
            self._format_dict(x, out, indent, allowance + 1, above, level, "{", self._items(x))
            out.append(")")
        elif name == "Counter":
            head = t.__name__ + "({"
            out.append(head)
            if self._indent > 1:
                out.append((self._indent - 1) * " ")
            self._format_pairs(x.most_common(), out, indent + len(head) - 1, allowance + 2, above, level)
            out.append("})")
        elif name == "deque":
            head = t.__name__ + "(["
            out.append(head)
            indent += len(head) - 1
            self._format_items(list(x), out, indent, allowance + 2, above, level)
            out.append("])" if x.maxlen is None else "],\n" + " " * indent + "maxlen=%d)" % x.maxlen)
        elif name in ("mappingproxy", "MappingProxyType"):
            out.append("mappingproxy(")
            self._format(x.copy(), out, indent + 13, allowance + 1, above, level)
            out.append(")")
        elif name == "ChainMap":
            out.append(t.__name__ + "(")
            indent += len(t.__name__) + 1
            for i, m in enumerate(x.maps):
                last = i == len(x.maps) - 1
                self._format(m, out, indent, allowance + 1 if last else 1, above, level)
                out.append(")" if last else ",\n" + " " * indent)
        elif name in ("UserDict", "UserList", "UserString"):
            self._format(x.data, out, indent, allowance, above, level - 1)
        elif name == "SimpleNamespace":
            self._format_fields("namespace" if t is kind else t.__name__, list(x.__dict__.items()), out, indent, allowance, above, level)
        elif hasattr(t, "__dataclass_fields__") and t.__dataclass_params__.repr and getattr(t.__repr__, "_of_dataclass", False):
            items = [(f.name, getattr(x, f.name)) for f in x.__dataclass_fields__.values() if f.repr and f._field_type == "_FIELD"]
            self._format_fields(t.__name__, items, out, indent, allowance, above, level)
        else:
            out.append(rep)

    def _format_dict(self, x, out, indent, allowance, above, level, head, items):
        out.append("{")
        if self._indent > 1:
            out.append((self._indent - 1) * " ")
        self._format_pairs(items, out, indent, allowance + 1, above, level)
        out.append("}")

    def _format_pairs(self, items, out, indent, allowance, above, level):
        indent += self._indent
        for i, (k, v) in enumerate(items):
            if i:
                out.append(",\n" + " " * indent)
            rep = self._repr(k, above, level)
            out.append(rep + ": ")
            self._format(v, out, indent + len(rep) + 2, allowance if i == len(items) - 1 else 1, above, level)

    def _format_fields(self, name, items, out, indent, allowance, above, level):
        indent += len(name) + 1
        out.append(name + "(")
        for i, (k, v) in enumerate(items):
            if i:
                out.append(",\n" + " " * indent)
            out.append(k + "=")
            if id(v) in above:
                out.append("...")
            else:
                self._format(v, out, indent + len(k) + 1, allowance if i == len(items) - 1 else 1, above, level)
        out.append(")")

    def _format_items(self, items, out, indent, allowance, above, level):
        indent += self._indent
        if self._indent > 1:
            out.append((self._indent - 1) * " ")
        newline = ",\n" + " " * indent
        before = ""
        room = width = self._width - indent + 1
        n = len(items)
        for i, v in enumerate(items):
            last = i == n - 1
            if last:
                width -= allowance
                room -= allowance
            if self._compact:
                rep = self._repr(v, above, level)
                w = len(rep) + 2
                if room < w:
                    room = width
                    if before:
                        before = newline
                if room >= w:
                    room -= w
                    out.append(before + rep)
                    before = ", "
                    continue
            out.append(before)
            before = newline
            self._format(v, out, indent, allowance if last else 1, above, level)

    def _format_str(self, x, out, indent, allowance, level):
        chunks = []
        lines = x.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        most = full = self._width - indent
        rep = ""
        for i, line in enumerate(lines):
            rep = repr(line)
            if i == len(lines) - 1:
                most -= allowance
            if len(rep) <= most:
                chunks.append(rep)
                continue
            parts = _words(line)
            room = full
            current = ""
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    room -= allowance
                if len(repr(candidate)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(rep)
            return
        if level == 1:
            out.append("(")
        out.append(("\n" + " " * indent).join(chunks))
        if level == 1:
            out.append(")")

    def _format_bytes(self, x, out, indent, allowance, level):
        head = "" if type(x) is bytes else "bytearray("
        parens = level == 1 or head
        if parens:
            indent += len(head) + (1 if not head else 0)
            allowance += 1
            out.append(head or "(")
        data = bytes(x)
        before = ""
        current = b""
        width = self._width - indent
        last = len(data) // 4 * 4
        for i in range(0, len(data), 4):
            part = data[i : i + 4]
            if i == last:
                width -= allowance
            if len(repr(current + part)) > width:
                if current:
                    out.append(before + repr(current))
                    before = "\n" + " " * indent
                current = part
            else:
                current += part
        if current:
            out.append(before + repr(current))
        if parens:
            out.append(")")


def _words(line):
    # Each word with the white space after it.
    parts = []
    current = ""
    white = False
    for c in line:
        if c.isspace():
            white = True
        elif white:
            parts.append(current)
            current = ""
            white = False
        current += c
    if current:
        parts.append(current)
    return parts
