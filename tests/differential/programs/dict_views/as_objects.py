from collections import Counter, OrderedDict, defaultdict
from collections.abc import ItemsView, KeysView, Reversible, ValuesView
d = {"a": 1, "b": 2}
print(len(d.keys()), len(d.values()), len(d.items()), bool({}.values()), bool(d.items()))
for kind in (dict, OrderedDict, Counter, lambda x: defaultdict(int, x)):
    x = kind(d)
    print(len(x.keys()), len(x.values()), len(x.items()), bool(x.keys()))
print(type(d.keys()).__name__, type(d.values()).__name__, type(d.items()).__name__, d.keys(), d.values(), d.items())
print(isinstance(d.keys(), KeysView), isinstance(d.values(), ValuesView), isinstance(d.items(), ItemsView), isinstance(d.keys(), ItemsView), isinstance(d.values(), Reversible))
print(sum(d.values()) / len(d.values()), max(d.values()), sorted(d.keys() | {"c"}), d.keys() & {"a"}, d.items() - {("a", 1)})
view = d.keys(); d["c"] = 3; print(len(view), list(view), "c" in view, 3 in d.values(), ("c", 3) in d.items())
print(d.keys() == {"a", "b", "c"}, d.keys() == OrderedDict(d).keys(), d.keys() < {"a", "b", "c", "d"}, d.values() == d.values())
for f in (lambda: d.keys()[0], lambda: next(d.values()), lambda: d.items().append(1)):
    try: f()
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
