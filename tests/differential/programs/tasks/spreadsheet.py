"""A small spreadsheet with references, ranges and cycles."""
import operator


class CycleError(Exception):
    pass


class Sheet:
    FUNCTIONS = {"SUM": sum, "MAX": max, "MIN": min, "AVG": lambda v: sum(v) / len(v), "COUNT": len}

    def __init__(self, cells):
        self.cells, self.cache = cells, {}

    def get(self, name, path=()):
        if name in path:
            raise CycleError(" -> ".join(path[path.index(name):] + (name,)))
        if name not in self.cache:
            raw = self.cells.get(name, 0)
            self.cache[name] = self.evaluate(raw[1:], path + (name,)) if isinstance(raw, str) and raw[:1] == "=" else raw
        return self.cache[name]

    def evaluate(self, text, path):
        text = text.strip()
        for ops in ({"+": operator.add, "-": operator.sub}, {"*": operator.mul, "/": operator.truediv}):
            depth = 0
            for i in range(len(text) - 1, 0, -1):
                depth += {")": 1, "(": -1}.get(text[i], 0)
                if depth == 0 and text[i] in ops:
                    return ops[text[i]](self.evaluate(text[:i], path), self.evaluate(text[i + 1:], path))
        if text.endswith(")"):
            name, inner = text[:-1].split("(", 1)
            if not name:
                return self.evaluate(inner, path)
            return self.FUNCTIONS[name.upper()]([self.get(c, path) for c in self.range(inner)])
        try:
            return float(text) if "." in text else int(text)
        except ValueError:
            return self.get(text, path)

    @staticmethod
    def range(text):
        (c1, r1), (c2, r2) = ((p[0], int(p[1:])) for p in text.split(":"))
        return [f"{chr(c)}{r}" for r in range(r1, r2 + 1) for c in range(ord(c1), ord(c2) + 1)]


sheet = Sheet({"A1": 10, "A2": 20, "A3": 5.5, "B1": "=A1*2+A2", "B2": "=SUM(A1:A3)", "B3": "=(B1-B2)/2", "C1": "=avg(A1:B2)",
               "C2": "=C3+1", "C3": "=C2*2", "D1": "=A1/D9", "D2": "=FOO(A1:A2)", "D3": "label"})
for row in range(1, 4):
    cells = []
    for col in "ABCD":
        try:
            cells.append(f"{sheet.get(f'{col}{row}')}")
        except CycleError as e:
            cells.append(f"#CYCLE {e}")
        except (ZeroDivisionError, KeyError) as e:
            cells.append(f"#{type(e).__name__}: {e}")
    print(" | ".join(cells))
print(Sheet.range("A1:C2"), len(sheet.cache))
