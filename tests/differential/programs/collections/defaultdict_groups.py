from collections import defaultdict
rows = [("fruit", "apple", 3), ("veg", "carrot", 7), ("fruit", "pear", 2), ("veg", "leek", 1), ("nut", "almond", 9)]
groups = defaultdict(list)
totals = defaultdict(int)
for kind, name, n in rows:
    groups[kind].append(name)
    totals[kind] += n
for kind in sorted(groups):
    print(kind, groups[kind], totals[kind])
tree = defaultdict(lambda: defaultdict(set))
tree["a"]["b"].add(1)
print({k: dict(v) for k, v in tree.items()}, "z" in tree, len(tree))
d = defaultdict(None)
try:
    d["x"]
except KeyError as e:
    print("KeyError", e)
print(defaultdict(int, a=1), d.default_factory, groups.get("none"))
