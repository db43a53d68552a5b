"""Write and read a WAV header and samples."""
import io
import math
import struct

RATE, N = 8000, 16
samples = [int(12000 * math.sin(2 * math.pi * 440 * i / RATE)) for i in range(N)]
data = struct.pack(f"<{N}h", *samples)
header = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 1, 1, RATE, RATE * 2, 2, 16, b"data", len(data))
f = io.BytesIO(header + data)
print(len(header), f.getvalue()[:12])
riff, size, wave = struct.unpack("<4sI4s", f.read(12))
print(riff, size, wave)
while chunk := f.read(8):
    name, length = struct.unpack("<4sI", chunk)
    body = f.read(length)
    if name == b"fmt ":
        fields = dict(zip(("format", "channels", "rate", "bytes", "align", "bits"), struct.unpack("<HHIIHH", body)))
        print(fields)
    else:
        print(name.decode(), length, [s for s, in struct.iter_unpack("<h", body)][:6])
print(struct.calcsize("<bhiq"), struct.calcsize(">3sHd"), struct.pack(">I", 1) == struct.pack("!I", 1))
point = struct.Struct("<2f?")
packed = point.pack(1.5, -2.25, True)
print(point.size, packed.hex(), point.unpack(packed), point.unpack_from(b"\0" + packed, 1))
for bad in (lambda: struct.pack("B", 256), lambda: struct.unpack("<I", b"abc"), lambda: struct.pack("<h", "x")):
    try:
        bad()
    except struct.error as e:
        print("struct.error:", e)
