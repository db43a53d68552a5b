import os
os.makedirs("a/b/c"); os.makedirs("a/b", exist_ok=True)
for n in ("a/1.txt", "a/b/2.txt", "a/b/c/3.log"):
    with open(n, "w") as f: f.write(n * 3)
for top, dirs, files in os.walk("a"):
    dirs.sort(); print(top, dirs, sorted(files))
print(os.path.getsize("a/1.txt"), os.path.exists("zz"), os.path.isdir("a"), os.path.isfile("a"), sorted(os.listdir("a")))
print(os.path.join("x", "y", "/z"), os.path.splitext("f.tar.gz"), os.path.basename("/q/w.e"), os.path.dirname("/q/w.e"), os.path.split("a/b/"), os.path.normpath("a/../b//c/."), os.path.commonprefix(["abc", "abd"]), os.path.commonpath(["/a/b", "/a/c"]), os.path.relpath("/a/b", "/a/c"))
os.rename("a/1.txt", "a/one.txt"); os.remove("a/b/2.txt"); print(sorted(os.listdir("a")), os.listdir("a/b"))
for f in (lambda: os.mkdir("a"), lambda: os.rmdir("a"), lambda: open("nope"), lambda: os.remove("nope"), lambda: open("a"), lambda: os.listdir("nope")):
    try: f()
    except OSError as e: print(type(e).__name__, e.errno, e)
print(sorted(e.name for e in os.scandir("a") if e.is_dir()), os.sep, os.linesep == "\n", os.name, os.getenv("NOPE", "dflt"), os.environ.get("NOPE"), isinstance(os.getcwd(), str), os.fspath("x"))
total = sum(os.path.getsize(os.path.join(t, n)) for t, _, fs in os.walk(".") for n in fs if n.endswith((".txt", ".log"))); print(total)
