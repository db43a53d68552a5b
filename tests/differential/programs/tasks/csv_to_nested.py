"""Indented outline and dotted keys into nested structures, and back."""
OUTLINE = """\
Animals
  Mammals
    Cat
    Dog
  Birds
    Owl
Plants
  Trees"""
DOTTED = {"db.host": "x", "db.port": 1, "db.pool.min": 2, "debug": True, "hosts.0": "a", "hosts.1": "b"}


def parse(text):
    root = {}
    stack = [(-1, root)]
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        while stack[-1][0] >= indent:
            stack.pop()
        stack[-1][1][line.strip()] = child = {}
        stack.append((indent, child))
    return root


def nest(flat):
    out = {}
    for key, value in flat.items():
        *parents, last = key.split(".")
        here = out
        for p in parents:
            here = here.setdefault(p, {})
        here[last] = value
    return listify(out)


def listify(node):
    if not isinstance(node, dict):
        return node
    node = {k: listify(v) for k, v in node.items()}
    return [node[str(i)] for i in range(len(node))] if node and all(k.isdigit() for k in node) else node


def flatten(node, path=()):
    if isinstance(node, (dict, list)):
        for k, v in node.items() if isinstance(node, dict) else enumerate(node):
            yield from flatten(v, path + (str(k),))
    else:
        yield ".".join(path), node


tree = parse(OUTLINE)
print(tree)
nested = nest(DOTTED)
print(nested, dict(flatten(nested)) == DOTTED)


def leaves(t):
    return sum((leaves(v) if v else [k] for k, v in t.items()), [])


print(leaves(tree), sorted(tree, key=lambda k: -len(leaves(tree[k]))))
