"""Encoding dates, sets, decimals and own classes."""
import json
from datetime import date, datetime, timezone
from decimal import Decimal
from enum import Enum


class Kind(Enum):
    A = "alpha"


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (date, datetime)):
            return {"$date": o.isoformat()}
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        if isinstance(o, Decimal):
            return str(o)
        if isinstance(o, Enum):
            return o.value
        if hasattr(o, "to_json"):
            return o.to_json()
        return super().default(o)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def to_json(self):
        return [self.x, self.y]


def revive(d):
    if set(d) == {"$date"}:
        return datetime.fromisoformat(d["$date"])
    return d


value = {"when": datetime(2024, 5, 1, 12, tzinfo=timezone.utc), "day": date(2024, 5, 2), "ids": {3, 1, 2}, "sum": Decimal("1.10"),
         "kind": Kind.A, "at": Point(1, -2.5), 5: None, True: "yes", "nested": ({"a": ()},)}
text = json.dumps(value, cls=Encoder)
print(text)
print(json.dumps(value, cls=Encoder, indent=1)[:60].replace("\n", "|"))
back = json.loads(text, object_hook=revive)
print(back["when"], back["day"], list(back))
print(json.loads('{"a": 1.10, "b": 2}', parse_float=Decimal, parse_int=str))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=lambda pairs: pairs))
for bad in (lambda: json.dumps(object), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(float("nan"), allow_nan=False)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e)[:60])
print(json.dumps([float("inf"), 1e16, 1e-7, 0.1, -0.0, 10 ** 20]), json.dumps("é\n\u2028\U0001f600\"\\/"))
print(json.dumps({(1, 2): 3, "k": 1}, skipkeys=True), json.dumps({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True, indent="\t"))
