d = {"a": 1, "b": 2}
print(d.get("z"), d.get("z", 0), d.setdefault("c", []), d.pop("a"), d.pop("q", None), list(d.items()), "b" in d, len(d), d.keys(), d.values(), d.items())
d.update(b=5, e=6); d["c"].append(1); print(d, d.popitem(), list(reversed(d)), {**d, "n": 0}, dict([("k", 1)]), dict(a=1), dict.fromkeys("ab", 0), d == {"c": [1], "b": 5}, d.copy() is d)
for k in list(d): del d[k]
print(d, bool(d)); nested = {}; nested.setdefault("x", {}).setdefault("y", []).append(1); print(nested)
try:
    for k in {"a": 1}: nested["new"] = 1; {}.pop("z")
except KeyError as e: print("KeyError", e)
inv = {}
for k, v in {"a": 1, "b": 2, "c": 1}.items(): inv.setdefault(v, []).append(k)
print(inv, max(inv, key=lambda k: len(inv[k])), sorted(inv.items(), reverse=True), sum({"a": 1, "b": 2}.values()))
