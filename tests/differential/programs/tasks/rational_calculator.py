"""A Pratt parser with fractions, variables, functions and errors."""
from fractions import Fraction
import math

BINARY = {"+": 10, "-": 10, "*": 20, "/": 20, "^": 30}


def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            yield "num", Fraction(text[i:j])
            i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            yield "name", text[i:j]
            i = j
        elif c in "+-*/^(),=":
            yield c, c
            i += 1
        else:
            raise SyntaxError(f"unexpected {c!r} at {i}")
    yield "end", None


class Calculator:
    functions = {"abs": abs, "max": max, "gcd": lambda a, b: Fraction(math.gcd(int(a), int(b))), "fact": lambda n: Fraction(math.factorial(int(n)))}

    def __init__(self):
        self.names = {}

    def run(self, text):
        self.tokens = list(tokens(text))
        if len(self.tokens) > 2 and self.tokens[0][0] == "name" and self.tokens[1][0] == "=":
            name = self.tokens[0][1]
            self.tokens = self.tokens[2:]
            self.names[name] = value = self.expr(0)
        else:
            value = self.expr(0)
        if self.tokens[0][0] != "end":
            raise SyntaxError(f"unexpected {self.tokens[0][1]!r}")
        return value

    def expr(self, level):
        kind, value = self.tokens.pop(0)
        if kind == "num":
            left = value
        elif kind == "-":
            left = -self.expr(25)
        elif kind == "(":
            left = self.expr(0)
            self.want(")")
        elif kind == "name" and self.tokens[0][0] == "(":
            self.tokens.pop(0)
            args = [self.expr(0)]
            while self.tokens[0][0] == ",":
                self.tokens.pop(0)
                args.append(self.expr(0))
            self.want(")")
            left = self.functions[value](*args)
        elif kind == "name":
            left = self.names[value]
        else:
            raise SyntaxError(f"unexpected {value or 'end'}")
        while BINARY.get(self.tokens[0][0], 0) > level:
            op = self.tokens.pop(0)[0]
            right = self.expr(BINARY[op] - (op == "^"))
            left = left + right if op == "+" else left - right if op == "-" else left * right if op == "*" else left / right if op == "/" else left ** right
        return left

    def want(self, kind):
        if self.tokens.pop(0)[0] != kind:
            raise SyntaxError(f"expected {kind}")


calc = Calculator()
for line in ("1/3 + 1/6", "x = 2^3^2", "x / 10", "-2^2", "(1 + 2) * .5", "max(1, 2/3, x - 500)", "gcd(84, 36) + fact(5)", "y + 1", "1 / (2 - 2)", "2 +", "3 $ 4", "(1", "1 2"):
    try:
        print(f"{line:<22} = {calc.run(line)}")
    except (SyntaxError, KeyError, ZeroDivisionError) as e:
        print(f"{line:<22} ! {type(e).__name__}: {e}")
