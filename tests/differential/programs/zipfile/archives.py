import zipfile, gzip, io, os
with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("one.txt", "hello " * 50); z.writestr("d/two.bin", b"\x00\x01")
with zipfile.ZipFile("a.zip") as z:
    print(z.namelist(), z.read("one.txt")[:11], z.getinfo("one.txt").file_size, z.testzip())
    z.extractall("out")
    try: z.read("zzz")
    except KeyError as e: print(e)
print(sorted(os.listdir("out")), zipfile.is_zipfile("a.zip"), zipfile.is_zipfile("out/one.txt"))
with gzip.open("t.gz", "wt") as f: f.write("line 1\nline 2\n")
with gzip.open("t.gz", "rt") as f: print([l.strip() for l in f])
print(gzip.decompress(gzip.compress(b"data" * 10)), open("t.gz", "rb").read(2))
buf = io.BytesIO()
with zipfile.ZipFile(buf, "w") as z: z.writestr("x", "y")
print(zipfile.ZipFile(io.BytesIO(buf.getvalue())).read("x"))
