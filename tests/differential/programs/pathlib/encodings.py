from pathlib import Path
p = Path("x.txt")
print(p.write_text("é\n", encoding="latin-1"), p.read_bytes(), repr(p.read_text(encoding="latin-1")), repr(p.read_text(errors="replace")))
with p.open("w", encoding="utf-16") as f:
    f.write("hi")
print(p.read_bytes(), p.read_text("utf-16"))
print(p.write_text("a\nb\n", newline="\r\n"), p.read_bytes(), repr(p.read_text()))
try:
    p.read_text(encoding="nope")
except LookupError as e:
    print(e)
try:
    p.write_bytes("text")
except TypeError as e:
    print(type(e).__name__)
print(p.read_bytes(), p.write_bytes(bytearray(b"xy")), p.read_bytes())
p.write_bytes(b"\xff")
try:
    p.read_text(encoding="utf-8")
except UnicodeDecodeError as e:
    print(e)
