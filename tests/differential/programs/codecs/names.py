import codecs
print(codecs.encode("Hello, World!", "rot13"), codecs.decode("Uryyb", "rot_13"), codecs.encode(b"ab", "hex"), codecs.decode("6162", "hex"), codecs.encode(b"ab", "base64"))
print(codecs.encode("é", "latin-1"), codecs.decode(b"\xc3\xa9"), codecs.BOM_UTF8, codecs.lookup("utf8").name, codecs.lookup("UTF-8").name)
with codecs.open("x.txt", "w", "utf-8") as f:
    f.write("é\nb\n")
print(codecs.open("x.txt", encoding="utf-8").read(), [line for line in codecs.open("x.txt", "r", "utf-8")])
try:
    codecs.lookup("nope")
except LookupError as e:
    print(e)
