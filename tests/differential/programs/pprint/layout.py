from pprint import pprint, pformat
data = {"users": [{"name": "alice", "roles": ["admin", "dev"], "id": 1}, {"name": "bob", "roles": [], "id": 22}], "meta": {"total": 2, "next": None, "desc": "a rather long string that goes on and on, past the edge of the line, really"}}
pprint(data); pprint(data, width=40, sort_dicts=False); pprint([list(range(30)), "x"], width=50, compact=True); pprint(("only",)); pprint({3, 1, 2}); print(pformat({"b": 1, "a": 2}), pformat([[[[1]]]], depth=2)); pprint([]); pprint({"k": {"k2": {"k3": 1}}}, indent=4, width=10)
from dataclasses import dataclass
@dataclass
class C:
    a: int
    b: list
pprint(C(1, ["x" * 40, "y" * 40])); pprint([C(1, [])])
