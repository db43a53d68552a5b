import struct
recs = [(1, b"abc", 2.5), (2, b"de", -1.0)]
with open("r.bin", "wb") as f:
    f.write(b"REC1" + struct.pack("<H", len(recs)))
    for i, name, v in recs: f.write(struct.pack("<I4sd", i, name, v))
data = open("r.bin", "rb").read(); print(len(data), data[:6])
n, = struct.unpack_from("<H", data, 4)
for k in range(n):
    i, name, v = struct.unpack_from("<I4sd", data, 6 + k * 16); print(i, name.rstrip(b"\0").decode(), v)
