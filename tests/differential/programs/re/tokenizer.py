import re

TOKENS = [
    ("NUMBER", r"\d+(?:\.\d*)?"),
    ("NAME", r"[^\W\d]\w*"),
    ("ASSIGN", r":="),
    ("OP", r"[-+*/()]"),
    ("NEWLINE", r"\n"),
    ("SKIP", r"[ \t]+"),
    ("MISMATCH", r"."),
]
MASTER = re.compile("|".join("(?P<%s>%s)" % pair for pair in TOKENS))


def tokens(source):
    line, start = 1, 0
    for m in MASTER.finditer(source):
        kind = m.lastgroup
        if kind == "NEWLINE":
            line, start = line + 1, m.end()
        elif kind == "MISMATCH":
            raise ValueError("%r unexpected at %d:%d" % (m.group(), line, m.start() - start))
        elif kind != "SKIP":
            yield kind, m.group(), line, m.start() - start


for token in tokens("größe := 3 * (x_1 + 4.25)\n  y := größe - 10."):
    print(token)
try:
    list(tokens("a := 1\nb := $2"))
except ValueError as e:
    print(e)


def evaluate(text):
    stack = re.findall(r"\d+\.?\d*|[-+*/()]", text)

    def atom():
        token = stack.pop(0)
        if token == "(":
            value = total()
            stack.pop(0)
            return value
        return -atom() if token == "-" else float(token)

    def product():
        value = atom()
        while stack and stack[0] in "*/":
            value = value * atom() if stack.pop(0) == "*" else value / atom()
        return value

    def total():
        value = product()
        while stack and stack[0] in "+-":
            value = value + product() if stack.pop(0) == "+" else value - product()
        return value

    return total()


print(evaluate("2 * (3 + 4) - 10 / 4"), evaluate("-(1.5 + 2) * 2"))
