"""Resolve an install order, detect cycles and missing packages."""
from graphlib import TopologicalSorter, CycleError

PACKAGES = {
    "app": {"web>=2", "db"},
    "web": {"http", "template"},
    "db": {"net"},
    "http": {"net"},
    "template": set(),
    "net": set(),
}


def name(req):
    for i, ch in enumerate(req):
        if ch in "<>=!":
            return req[:i]
    return req


graph = {p: {name(r) for r in reqs} for p, reqs in PACKAGES.items()}
order = list(TopologicalSorter({k: sorted(v) for k, v in sorted(graph.items())}).static_order())
position = {p: i for i, p in enumerate(order)}
print(all(position[d] < position[p] for p in graph for d in graph[p]), len(order), order[-1])
levels = {}


def level(p):
    if p not in levels:
        levels[p] = 1 + max((level(d) for d in graph[p]), default=-1)
    return levels[p]


for p in graph:
    level(p)
for n in range(max(levels.values()) + 1):
    print(n, sorted(p for p in levels if levels[p] == n))
graph["net"].add("app")
try:
    list(TopologicalSorter(graph).static_order())
except CycleError as e:
    print(type(e).__name__, e.args[0], len(e.args[1]) >= 4, e.args[1][0] == e.args[1][-1])
missing = {d for ds in {"a": {"b", "c"}, "b": set()}.values() for d in ds} - {"a", "b"}
print(missing)
