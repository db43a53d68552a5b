data = {"user": {"name": "Ann", "emails": ["a@x", "b@y"], "addr": {"city": "Bonn", "geo": [50.7, 7.1]}}, "active": True}
def flat(d, p=""):
    items = d.items() if isinstance(d, dict) else enumerate(d)
    for k, v in items:
        key = f"{p}.{k}" if p else str(k)
        if isinstance(v, (dict, list)): yield from flat(v, key)
        else: yield key, v
f = dict(flat(data))
for k, v in f.items(): print(f"{k:<20}{v!r}")
def unflat(f):
    out = {}
    for k, v in f.items():
        cur = out; *path, last = k.split(".")
        for p in path: cur = cur.setdefault(p, {})
        cur[last] = v
    return out
print(unflat(f)["user"]["addr"])
