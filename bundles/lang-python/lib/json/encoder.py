# Writing JSON; C does it.
from _json import encode


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
        flags = bool(self.ensure_ascii) | bool(self.allow_nan) << 1 | bool(self.sort_keys) << 2 | bool(self.skipkeys) << 3 | bool(self.check_circular) << 4
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return encode(o, self.default, indent, self.item_separator, self.key_separator, flags)

    def iterencode(self, o, _one_shot=False):
        return iter([self.encode(o)])
