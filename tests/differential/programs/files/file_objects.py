import io, os, sys
open("a", "w").write("abc\n")
for name, mode in (("a", "r"), ("a", "rb"), ("b", "w"), ("b", "wb"), ("a", "r+"), ("a", "r+b"), ("b", "a")):
    with open(name, mode) as f:
        print(repr(f).replace("UTF", "utf"), f.mode if "b" not in mode else "", f.readable(), f.writable(), f.seekable(), f.isatty(), f.closed)
print(f.closed)
for act in (lambda: open("a").write("x"), lambda: open("a", "w").read(), lambda: open("a", "rb").write(b"x"), lambda: open("a").seek(-1), lambda: open("a").seek(1, 1)):
    try:
        print(act())
    except io.UnsupportedOperation as e:
        print("unsupported", e, isinstance(e, OSError), isinstance(e, ValueError))
    except ValueError as e:
        print("value", e)
with open("t", "w") as f:
    print(f.write("héllo"), f.truncate(3))
print(os.path.getsize("t"))
with open("t", "rb+") as f:
    f.truncate(1)
    print(f.read(), f.read(-1), f.read(None))
text = open("a", "w+")
text.write("x")
text.flush()
print(text.encoding.lower(), text.errors, text.newlines, text.line_buffering, text.name)
text.close()
print(text.buffer.closed)
print(isinstance(open("a"), io.TextIOWrapper), isinstance(open("a"), io.TextIOBase), isinstance(open("a", "rb"), io.BufferedReader), isinstance(io.StringIO(), io.IOBase))
print(isinstance(3, io.IOBase), isinstance(open("a", "rb"), io.TextIOWrapper), sys.stdout.name, sys.stdout.encoding, sys.stdin.name)
sys.stdout.reconfigure(encoding="utf-8")
print(next(open("a"), "none"), [line for line in open("a")], len(open("a").readlines()))
