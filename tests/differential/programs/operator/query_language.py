"""A tiny query language over records with operator functions."""
import operator as op
from functools import reduce

OPS = {"==": op.eq, "!=": op.ne, "<": op.lt, "<=": op.le, ">": op.gt, ">=": op.ge, "in": lambda a, b: op.contains(b, a), "has": op.contains}
ROWS = [
    {"name": "Oslo", "pop": 709, "country": {"code": "NO"}, "tags": ["fjord", "capital"]},
    {"name": "Turin", "pop": 848, "country": {"code": "IT"}, "tags": []},
    {"name": "Rome", "pop": 2761, "country": {"code": "IT"}, "tags": ["capital"]},
    {"name": "Bergen", "pop": 286, "country": {"code": "NO"}, "tags": ["fjord"]},
]


def get(row, path):
    return reduce(op.getitem, path.split("."), row)


def where(*conditions):
    def test(row):
        return all(OPS[o](get(row, p), v) for p, o, v in conditions)
    return test


queries = [
    [("country.code", "==", "IT")],
    [("pop", ">", 300), ("tags", "has", "capital")],
    [("country.code", "in", ["NO", "SE"]), ("pop", "<=", 286)],
]
for q in queries:
    print([r["name"] for r in ROWS if where(*q)(r)])
by = sorted(ROWS, key=op.itemgetter("name"))
print(list(map(op.itemgetter("name", "pop"), by)))
try:
    where(("country.zip", "==", 1))(ROWS[0])
except KeyError as e:
    print("no field", e)
shout = op.methodcaller("upper")
print(shout("abc"), op.methodcaller("split", ",", maxsplit=1)("a,b,c"), op.attrgetter("real", "imag")(3 + 4j))
print(reduce(op.xor, [5, 3, 6]), op.floordiv(-7, 2), op.index(True), op.countOf([1, 2, 1], 1), op.truth([]), op.concat("a", "b"))
values = [1, 2]
print(op.iadd(values, [3]) is values, values, op.not_(0), op.is_(None, None), op.matmul.__name__, op.length_hint([1, 2]))
