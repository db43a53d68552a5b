data = {"a": [1, {"b": [2, 3]}], "c": {"d": {"e": 4}}, "s": "txt"}
def walk(x, path=()):
    if isinstance(x, dict):
        for k, v in x.items(): yield from walk(v, path + (k,))
    elif isinstance(x, list):
        for i, v in enumerate(x): yield from walk(v, path + (i,))
    else: yield path, x
for p, v in walk(data): print("".join(f"[{k!r}]" for k in p), "=", v)
def get(x, path, default=None):
    for k in path.split("."):
        try: x = x[int(k)] if isinstance(x, list) else x[k]
        except (KeyError, IndexError, ValueError, TypeError): return default
    return x
print(get(data, "a.1.b.0"), get(data, "c.d.e"), get(data, "a.9"), get(data, "s.x", "?"))
def mapv(f, x): return {k: mapv(f, v) for k, v in x.items()} if isinstance(x, dict) else [mapv(f, v) for v in x] if isinstance(x, list) else f(x)
print(mapv(lambda v: v * 2, data))
