"""Make a project tree with pathlib, search and rename in it."""
from pathlib import Path, PurePosixPath
import shutil

root = Path("proj")
for name, text in {"src/app.py": "print(1)\n", "src/util/io.py": "", "tests/test_app.py": "assert True\n", "README.md": "# proj\n", ".gitignore": "*.pyc\n"}.items():
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
print(sorted(p.relative_to(root).as_posix() for p in root.rglob("*.py")))
print(sorted(p.name for p in root.iterdir()), sorted(p.name for p in root.glob("*.md")))
app = root / "src" / "app.py"
print(app.stem, app.suffix, app.parts, app.parent.name, app.with_suffix(".txt"), app.with_name("main.py"), app.exists(), app.is_file())
new = app.rename(app.with_name("main.py"))
print(new, app.exists(), new.read_text().strip(), new.stat().st_size)
with new.open("a") as f:
    f.write("print(2)\n")
print(new.read_bytes().splitlines(), new.read_text().count("print"))
p = PurePosixPath("/a/b/../c.tar.gz")
print(p.suffixes, p.name, p.parents[1], p.is_absolute(), p.match("*.gz"), p / "/abs", p.relative_to("/a"))
try:
    (root / "missing.txt").read_text()
except FileNotFoundError as e:
    print(e)
try:
    p.relative_to("/x")
except ValueError as e:
    print(type(e).__name__)
print(Path("a") < Path("b"), {Path("x"): 1}[Path("./x")], repr(Path("a//b/./c")), Path("a/b").joinpath("c", "d"))
shutil.rmtree(root)
print(root.exists())
