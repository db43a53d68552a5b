import io, os
open("l", "w", encoding="latin-1").write("é\n")
print(open("l", "rb").read(), repr(open("l", encoding="latin-1").read()))
for act in (lambda: open("l").read(), lambda: open("l").readline(), lambda: list(open("l"))):
    try:
        print(act())
    except UnicodeDecodeError as e:
        print(e)
print(repr(open("l", errors="replace").read()), repr(open("l", errors="ignore").read()))
with open("u", "w", encoding="utf-16") as f:
    f.write("hé")
    f.write("llo\n")
print(open("u", "rb").read(), open("u", encoding="utf-16").read(), end="")
with open("s", "w", encoding="utf-8-sig") as f:
    f.write("a,b\n1,2\n")
print(open("s", "rb").read(), repr(open("s", encoding="utf-8-sig").read()), repr(open("s").read()))
try:
    open("n", "w", encoding="ascii").write("é")
except UnicodeEncodeError as e:
    print(e)
for mode, kw in (("rb", {"encoding": "utf-8"}), ("rb", {"newline": ""}), ("r", {"encoding": "nope"}), ("r", {"newline": "x"}), ("q", {}), ("rw", {})):
    try:
        open("l", mode, **kw)
    except (ValueError, LookupError) as e:
        print(type(e).__name__, e)
f = io.TextIOWrapper(io.BytesIO(b"x\r\ny\n"), encoding="utf-8")
print(list(f), f)
b = io.BytesIO()
f = io.TextIOWrapper(b, encoding="utf-8", newline="\n")
print(f.write("hé\n"))
f.flush()
print(b.getvalue())
