import os
from pathlib import Path
for p, n in [("a/x.txt", 10), ("a/b/y.txt", 20), ("a/b/c/z.dat", 5), ("q.txt", 1)]:
    Path(p).parent.mkdir(parents=True, exist_ok=True); Path(p).write_text("." * n)
def size(d): return sum(size(e.path) if e.is_dir() else e.stat().st_size for e in os.scandir(d))
print(size("a"), {str(p): size(p) for p in sorted(Path("a").rglob("*")) if p.is_dir()})
ext = {}
for p in Path("a").rglob("*.*"): ext[p.suffix] = ext.get(p.suffix, 0) + p.stat().st_size
print(dict(sorted(ext.items())), sorted(p.name for p in Path(".").glob("*/**/*.txt")))
