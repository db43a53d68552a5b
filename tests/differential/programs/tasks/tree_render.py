"""Render a nested dict like the tree command; count and find."""
TREE = {
    "src": {"main.py": 1200, "lib": {"a.py": 300, "b.py": 4096, "empty": {}}},
    "docs": {"index.md": 88},
    "README": 512,
}


def render(tree, prefix=""):
    items = sorted(tree.items(), key=lambda kv: (not isinstance(kv[1], dict), kv[0].lower()))
    for i, (name, value) in enumerate(items):
        last = i == len(items) - 1
        label = f"{name}/" if isinstance(value, dict) else f"{name} ({size(value)})"
        yield f"{prefix}{'└── ' if last else '├── '}{label}"
        if isinstance(value, dict):
            yield from render(value, prefix + ("    " if last else "│   "))


def size(n):
    for unit in ("B", "KiB", "MiB"):
        if n < 1024:
            return f"{n:g} {unit}"
        n /= 1024
    return f"{n:.1f} GiB"


def walk(tree, path=()):
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from walk(value, (*path, name))
        else:
            yield "/".join((*path, name)), value


def depth(tree):
    return 1 + max((depth(v) for v in tree.values() if isinstance(v, dict)), default=0)


print("\n".join(render(TREE)))
files = dict(walk(TREE))
print(len(files), "files,", size(sum(files.values())), "depth", depth(TREE))
print(max(files.items(), key=lambda kv: kv[1]), [f for f in files if f.endswith(".py")])
print(size(5 * 1024 ** 3), size(1536), size(1023))
