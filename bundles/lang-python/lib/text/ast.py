# Only literal_eval is here: the values of literals, and of nothing else.
import re

_token = re.compile(
    r"""\s*(?:(?P<leaf>(?i:[rbu]|br|rb)?(?:'{3}(?:\\.|[^\\])*?'{3}|"{3}(?:\\.|[^\\])*?"{3}|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
    r"""|(?:0[xXoObB][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d[\d_]*)?[jJ]?)|[^\W\d]\w*|\.\.\.)|(?P<mark>.))""",
    re.DOTALL,
)
_names = {"True": True, "False": False, "None": None, "Ellipsis": ..., "...": ...}


class _Reader:
    def __init__(self, text):
        self.tokens = [m for m in _token.finditer(re.sub(r"\s+\Z", "", text))]
        self.at = 0

    def malformed(self):
        raise ValueError("malformed node or string on line 1")

    def next(self):
        return self.tokens[self.at].group().strip() if self.at < len(self.tokens) else ""

    def take(self, mark):
        if self.next() != mark:
            return False
        self.at += 1
        return True

    def leaf(self):
        if self.at == len(self.tokens) or not self.tokens[self.at]["leaf"]:
            self.malformed()
        word = self.next()
        self.at += 1
        if word in _names:
            return _names[word]
        if word[-1] in "'\"":
            value = eval(word)
            while self.next()[-1:] in ("'", '"'):
                value += self.leaf()
            return value
        if word == "set" and self.take("(") and self.take(")"):
            return set()
        if not (word[0].isdigit() or word[0] == "."):
            self.malformed()
        return eval(word)

    def number(self):
        sign = self.next()
        if sign not in ("+", "-"):
            return self.leaf()
        self.at += 1
        value = self.number()
        if type(value) not in (int, float, complex):
            self.malformed()
        return -value if sign == "-" else +value

    def items(self, end, pairs=False):
        out = []
        commas = 0
        while not self.take(end):
            item = self.value()
            if pairs and (self.take(":") or self.malformed()):
                item = item, self.value()
            out.append(item)
            if self.take(","):
                commas += 1
            elif self.next() != end:
                self.malformed()
        return out, commas

    def value(self):
        if self.take("("):
            out, commas = self.items(")")
            return out[0] if len(out) == 1 and not commas else tuple(out)
        if self.take("["):
            return self.items("]")[0]
        if self.take("{"):
            start = self.at
            if self.take("}"):
                return {}
            self.value()
            pairs = self.next() == ":"
            self.at = start
            return (dict if pairs else set)(self.items("}", pairs)[0])
        value = self.number()
        sign = self.next()
        if sign in ("+", "-") and type(value) in (int, float):
            self.at += 1
            imag = self.leaf()
            if type(imag) is not complex:
                self.malformed()
            value = value + imag if sign == "+" else value - imag
        return value


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError("malformed node or string: %r" % (node_or_string,))
    text = node_or_string.lstrip(" \t")
    compile(text, "<unknown>", "eval")
    reader = _Reader("(" + re.sub(r"#[^\n'\"]*(?=\n|\Z)", "", text) + "\n)")
    value = reader.value()
    if reader.next():
        reader.malformed()
    return value
