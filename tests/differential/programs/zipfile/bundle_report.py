"""Write an archive in memory, list it, read parts of it."""
import io
import zipfile
import zlib
import gzip

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("readme.txt", "hello\n" * 50)
    z.writestr("data/numbers.csv", "\n".join(f"{i},{i * i}" for i in range(20)))
    z.writestr(zipfile.ZipInfo("empty", (2024, 1, 2, 3, 4, 6)), b"")
with zipfile.ZipFile(io.BytesIO(buffer.getvalue())) as z:
    for info in z.infolist():
        print(f"{info.filename:<18}{info.file_size:>5} {info.CRC:08x} {info.compress_size < info.file_size}")
    print(z.namelist(), z.testzip())
    with z.open("data/numbers.csv") as f:
        print(f.readline(), f.read(5))
    print(z.read("readme.txt")[:6], z.getinfo("empty").date_time)
    try:
        z.read("absent")
    except KeyError as e:
        print(e)
print(zipfile.is_zipfile(io.BytesIO(b"no")), zipfile.is_zipfile(io.BytesIO(buffer.getvalue())))
try:
    zipfile.ZipFile(io.BytesIO(b"not a zip"))
except zipfile.BadZipFile as e:
    print(e)
data = b"abc" * 1000
print(zlib.decompress(zlib.compress(data, 9)) == data, len(zlib.compress(data)) < 500, gzip.decompress(gzip.compress(data)) == data)
