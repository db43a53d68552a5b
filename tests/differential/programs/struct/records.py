import struct
p = struct.pack(">I2sHd", 258, b"ab", 7, 1.5); print(p, struct.calcsize(">I2sHd"), struct.unpack(">I2sHd", p))
print(struct.pack("<hB?", -2, 255, True), struct.unpack_from("<H", b"\0\1\2\3", 2), list(struct.iter_unpack("<H", b"\1\0\2\0")), struct.calcsize("bi"), struct.pack("bi", 1, 2))
s = struct.Struct("!BB"); print(s.size, s.pack(1, 2), s.unpack(b"\3\4"))
b = bytearray(4); struct.pack_into("<I", b, 0, 0xDEADBEEF); print(b, struct.unpack("<f", struct.pack("<f", 0.1))[0], struct.pack("3s", b"a"), struct.pack("<q", -1))
for f in (lambda: struct.pack("B", 256), lambda: struct.unpack("<I", b"ab"), lambda: struct.pack("H", "x"), lambda: struct.pack("hh", 1)):
    try: print(f())
    except struct.error as e: print(e)
