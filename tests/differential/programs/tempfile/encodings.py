import tempfile
with tempfile.NamedTemporaryFile("w+", suffix=".txt", encoding="latin-1", newline="") as f:
    f.write("é\n")
    f.flush()
    print(open(f.name, "rb").read())
with tempfile.TemporaryFile("w+", encoding="utf-8") as f:
    f.write("é")
    f.seek(0)
    print(f.read())
with tempfile.SpooledTemporaryFile(mode="w+") as f:
    f.write("x")
    f.seek(0)
    print(f.read())
for path in (None, 5.5, [1], ""):
    try:
        open(path)
    except (TypeError, OSError) as e:
        print(type(e).__name__, e)
