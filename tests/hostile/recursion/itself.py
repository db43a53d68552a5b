# Things that hold, run, import, compare and sort themselves.
# limits: memory_bytes=2097152
import sys
with open("mirror.py", "w") as f:
    f.write("import mirror\nfrom mirror import *\nexec(open('mirror.py').read())\n")
def running():
    yield next(generator)
generator = running()
itself = []
itself.append(itself)
other = [itself]
itself.append(other)
table = {}
table["table"] = table
class Class:
    pass
Class.Class = Class
Class.__str__ = Class
def sort_in_sort(items=[3, 1, 2]):
    items.sort(key=lambda x: items.append(x) or x)
    return len(items)
def change_while_iterating():
    d = {n: n for n in range(10)}
    for key in d:
        d[key + 100] = key
def grow_while_iterating():
    grown = [1]
    for x in grown:
        if len(grown) < 1000:
            grown.append(x)
    return len(grown)
for name, attack in (
    ("import", lambda: __import__("mirror")),
    ("generator", lambda: next(generator)),
    ("repr", lambda: repr(itself)),
    ("repr of a dict", lambda: repr(table)),
    ("==", lambda: itself == [itself, other]),
    ("<", lambda: itself < other),
    ("in", lambda: 1 in itself),
    ("hash", lambda: hash((itself,))),
    ("str", lambda: str(Class())),
    ("sort", sort_in_sort),
    ("dict", change_while_iterating),
    ("list", grow_while_iterating),
    ("extend", lambda: itself.extend(itself)),
    ("update", lambda: table.update(table)),
    ("base", lambda: type("T", (type("T", (Class,), {}),) * 2, {})),
):
    try:
        result = attack()
        print(name, "came back", result if isinstance(result, (int, bool)) else "")
    except BaseException as error:
        print(name, type(error).__name__)
