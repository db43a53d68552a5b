tree = {"src": {"main.py": 120, "lib": {"a.py": 40, "b.py": 60}}, "README": 10, "empty": {}}
def size(t): return t if isinstance(t, int) else sum(size(v) for v in t.values())
def show(t, prefix=""):
    items = sorted(t.items())
    for i, (k, v) in enumerate(items):
        last = i == len(items) - 1
        print(prefix + ("└── " if last else "├── ") + k + (f" ({v})" if isinstance(v, int) else "/"))
        if isinstance(v, dict): show(v, prefix + ("    " if last else "│   "))
show(tree); print(size(tree))
def find(t, pred, path=""):
    for k, v in t.items():
        if isinstance(v, dict): yield from find(v, pred, path + k + "/")
        elif pred(k, v): yield path + k
print(list(find(tree, lambda k, v: k.endswith(".py") and v > 50)))
