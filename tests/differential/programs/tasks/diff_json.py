"""Compare two JSON documents and print a patch; apply it."""
import copy
import json

OLD = json.loads('{"name": "svc", "replicas": 2, "env": {"A": "1", "B": "2"}, "ports": [80, 443], "old": null}')
NEW = json.loads('{"name": "svc", "replicas": 3, "env": {"A": "1", "C": {"x": true}}, "ports": [80, 8443, 9000]}')


def diff(a, b, path=""):
    if type(a) is not type(b):
        yield {"op": "replace", "path": path, "value": b}
    elif isinstance(a, dict):
        for k in a:
            if k not in b:
                yield {"op": "remove", "path": f"{path}/{k}"}
            else:
                yield from diff(a[k], b[k], f"{path}/{k}")
        for k in b:
            if k not in a:
                yield {"op": "add", "path": f"{path}/{k}", "value": b[k]}
    elif isinstance(a, list):
        for i, (x, y) in enumerate(zip(a, b)):
            yield from diff(x, y, f"{path}/{i}")
        for i in range(len(a) - 1, len(b) - 1, -1):
            yield {"op": "remove", "path": f"{path}/{i}"}
        for i in range(len(a), len(b)):
            yield {"op": "add", "path": f"{path}/{i}", "value": b[i]}
    elif a != b:
        yield {"op": "replace", "path": path, "value": b}


def apply(doc, patch):
    doc = copy.deepcopy(doc)
    for step in patch:
        *parents, key = step["path"].strip("/").split("/")
        target = doc
        for p in parents:
            target = target[int(p) if isinstance(target, list) else p]
        key = int(key) if isinstance(target, list) else key
        match step:
            case {"op": "remove"}:
                del target[key]
            case {"op": "add", "value": value} if isinstance(target, list):
                target.insert(key, value)
            case {"op": "add" | "replace", "value": value}:
                target[key] = value
    return doc


patch = list(diff(OLD, NEW))
for step in patch:
    print(json.dumps(step))
print(apply(OLD, patch) == NEW, OLD["replicas"], list(diff(NEW, NEW)))
back = list(diff(NEW, OLD))
print(len(back), apply(NEW, back) == OLD)
