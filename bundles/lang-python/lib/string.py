# Constants of characters, templates, and the machinery of str.format.
whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([w.capitalize() for w in s.split(sep)])


_first = ascii_letters + "_"
_rest = _first + digits


class Template:
    delimiter = "$"
    idpattern = None

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        # Yields (text, None, position) and ("as written", name, position); a bad one has name "".
        t = self.template
        d = self.delimiter
        n = len(d)
        at = 0
        while True:
            i = t.find(d, at)
            if i < 0:
                yield t[at:], None, at
                return
            yield t[at:i], None, at
            j = i + n
            if t.startswith(d, j):
                yield d, None, i
                at = j + n
                continue
            braced = t[j : j + 1] == "{"
            k = j = j + braced
            while k < len(t) and t[k] in (_rest if k > j else _first):
                k += 1
            if k == j or braced and t[k : k + 1] != "}":
                yield d, "", i
                at = i + n
                continue
            at = k + braced
            yield t[i:at], t[j:k], i

    def _fill(self, mapping, kws, safe):
        if kws:
            mapping = dict(mapping, **kws) if mapping else kws
        out = []
        for text, name, at in self._pieces():
            if name is None or name == "" and safe:
                out.append(text)
            elif name == "":
                lines = self.template[:at].splitlines(True)
                if not lines:
                    col, line = 1, 1
                elif lines[-1].endswith("\n"):
                    col, line = 1, len(lines) + 1
                else:
                    col, line = len(lines[-1]) + 1, len(lines)
                raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, col))
            else:
                try:
                    out.append(str(mapping[name]))
                except KeyError:
                    if not safe:
                        raise
                    out.append(text)
        return "".join(out)

    def substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, True)

    def is_valid(self):
        return all(name != "" for _, name, _ in self._pieces())

    def get_identifiers(self):
        found = []
        for _, name, _ in self._pieces():
            if name and name not in found:
                found.append(name)
        return found


def _parse(s):
    # The fields of a format string: (literal, name, spec, conversion).
    text = ""
    i = 0
    n = len(s)
    while i < n:
        c = s[i]
        if c in "{}" and s[i + 1 : i + 2] == c:
            text += c
            i += 2
        elif c == "}":
            raise ValueError("Single '}' encountered in format string")
        elif c == "{":
            depth = 1
            j = i + 1
            while j < n and depth:
                depth += {"{": 1, "}": -1}.get(s[j], 0)
                j += 1
            if depth:
                raise ValueError("Single '{' encountered in format string" if j == i + 1 else "expected '}' before end of string")
            body = s[i + 1 : j - 1]
            k = 0
            inside = False
            while k < len(body) and (inside or body[k] not in "!:"):
                inside = {"[": True, "]": False}.get(body[k], inside)
                k += 1
            name, rest = body[:k], body[k:]
            conversion = None
            if rest[:1] == "!":
                conversion = rest[1:2]
                rest = rest[2:]
                if rest and rest[0] != ":":
                    raise ValueError("expected ':' after conversion specifier")
            yield text, name, rest[1:], conversion
            text = ""
            i = j
        else:
            j = i
            while j < n and s[j] not in "{}":
                j += 1
            text += s[i:j]
            i = j
    if text:
        yield text, None, None, None


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        self._auto = 0
        result = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            if name == "" or name[0] in ".[":
                if self._auto is None:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(self._auto) + name
                self._auto += 1
            elif name[0].isdigit():
                if self._auto:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                self._auto = None
            obj, first = self.get_field(name, args, kwargs)
            used.add(first)
            obj = self.convert_field(obj, conversion)
            spec = self._vformat(spec, args, kwargs, used, depth - 1)
            out.append(self.format_field(obj, spec))
        return "".join(out)

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError("Unknown conversion specifier " + conversion)

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        i = 0
        while i < len(field_name) and field_name[i] not in ".[":
            i += 1
        first = field_name[:i]
        if first.isdigit():
            first = int(first)
        obj = self.get_value(first, args, kwargs)
        while i < len(field_name):
            if field_name[i] == ".":
                j = i + 1
                while j < len(field_name) and field_name[j] not in ".[":
                    j += 1
                obj = getattr(obj, field_name[i + 1 : j])
            else:
                j = field_name.find("]", i)
                if j < 0:
                    raise ValueError("Missing ']' in format string")
                key = field_name[i + 1 : j]
                obj = obj[int(key) if key.isdigit() else key]
                j += 1
            i = j
        return obj, first
