"""Patterns over a tree: glob, fnmatch, sorting by several keys."""
import fnmatch
import glob
import os
import shutil

names = ["g/a1.txt", "g/a2.TXT", "g/b10.txt", "g/b9.txt", "g/d/c.txt", "g/d/e/[x].txt", "g/.hidden", "g/d/e/f.py"]
for n in names:
    os.makedirs(os.path.dirname(n), exist_ok=True)
    with open(n, "w") as f:
        f.write(n)
for pattern in ("g/*.txt", "g/?1.*", "g/**/*.txt", "g/[!a]*.txt", "g/d/e/[[]x].txt", "g/*", "g/nothing*"):
    print(f"{pattern:<16}", sorted(glob.glob(pattern, recursive=True)))
print(sorted(glob.glob("**/*.py", root_dir="g", recursive=True)), glob.escape("[x]*?"))


def natural(name):
    stem = os.path.splitext(os.path.basename(name))[0]
    digits = "".join(c for c in stem if c.isdigit())
    return stem.rstrip("0123456789"), int(digits or 0)


print(sorted(glob.glob("g/*.txt"), key=natural))
print(fnmatch.filter(["x.py", "y.pyc", "z.PY"], "*.py"), fnmatch.fnmatchcase("A.txt", "a.*"), fnmatch.fnmatch("data_7.csv", "data_[0-9].csv"))
total = {}
for folder, dirs, files in os.walk("g"):
    total[folder] = sum(os.path.getsize(os.path.join(folder, f)) for f in files)
print(dict(sorted(total.items())))
shutil.rmtree("g")
