import json
from dataclasses import dataclass, asdict
from datetime import date
@dataclass
class Rec:
    id: int
    when: date
    tags: list
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, date): return o.isoformat()
        if isinstance(o, set): return sorted(o)
        return super().default(o)
recs = [Rec(1, date(2024, 2, 29), ["a"]), Rec(2, date(2023, 1, 1), [])]
with open("out.json", "w") as f: json.dump([asdict(r) for r in recs], f, cls=Enc, indent=1)
with open("out.json") as f: back = json.load(f)
print(open("out.json").read()); print([date.fromisoformat(r["when"]).year for r in back])
try:
    json.dumps({"x": object()}, cls=Enc)
except TypeError as e: print(e)
lines = ['{"lvl": "INFO", "ms": 12}', 'garbage', '{"lvl": "ERROR", "ms": 99}']
ok = []
for i, l in enumerate(lines, 1):
    try: ok.append(json.loads(l))
    except ValueError as e: print("line", i, type(e).__name__, e)
print(sum(r["ms"] for r in ok), [r["lvl"] for r in ok])
