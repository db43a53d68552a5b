before = {"a.py": "x=1\ny=2", "b.py": "pass", "old.py": ""}; after = {"a.py": "x=1\ny=3\nz=4", "b.py": "pass", "new.py": "n"}
for f in sorted(before.keys() | after.keys()):
    if f not in after: print("-", f)
    elif f not in before: print("+", f)
    elif before[f] != after[f]:
        a, b = before[f].split("\n"), after[f].split("\n"); print("~", f, sum(x not in b for x in a), sum(x not in a for x in b))
import difflib
for l in difflib.unified_diff(before["a.py"].split("\n"), after["a.py"].split("\n"), "a", "b", lineterm=""): print(l)
