import shutil, os, tempfile, glob, fnmatch
os.makedirs("src/inner"); open("src/a.txt", "w").write("A"); open("src/inner/b.py", "w").write("B"); open("src/c.pyc", "w").write("C")
shutil.copytree("src", "dst", ignore=shutil.ignore_patterns("*.pyc")); print(sorted(os.listdir("dst")))
print(shutil.copy("src/a.txt", "copy.txt"), shutil.move("copy.txt", "moved.txt"), os.path.exists("copy.txt"), open("moved.txt").read())
shutil.rmtree("dst"); print(os.path.exists("dst"))
print(sorted(glob.glob("src/*")), sorted(glob.glob("**/*.py", recursive=True)), glob.glob("s?c/[ab].txt"), glob.glob("nope*"))
print(fnmatch.filter(["a.py", "b.txt", "c.py"], "*.py"), fnmatch.fnmatch("data12.csv", "data??.csv"), fnmatch.fnmatch("x", "[!x]"))
with tempfile.TemporaryDirectory() as d:
    p = os.path.join(d, "f"); open(p, "w").write("tmp"); print(os.path.exists(p))
print(os.path.exists(p))
with tempfile.NamedTemporaryFile("w+") as f:
    f.write("hello"); f.seek(0); print(f.read(), os.path.exists(f.name))
print(os.path.exists(f.name))
