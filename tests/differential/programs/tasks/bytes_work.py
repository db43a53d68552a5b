b = b"hello"; ba = bytearray(b); ba[0] = 72; ba.append(33); ba += b"??"; print(b, ba, bytes(ba), len(ba), b[1], b[1:3], list(b), b.upper(), b.find(b"l"), b.replace(b"l", b"L"), b.split(b"e"), b"a" in b, bytes(3), bytes([65, 66]))
print(b.hex(), bytes.fromhex("00ff"), b.decode(), "é".encode("utf-8"), "é".encode("latin-1"), b"\xe9".decode("latin-1"), int.from_bytes(b"\x01\x00", "big"), (1024).to_bytes(2, "big"), b"%d-%s" % (5, b"x"), b" x ".strip(), b"a,b".split(b","), b"".join([b"a", b"b"]), b == ba, memoryview(b)[1:3].tobytes())
for f in (lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: b + "s", lambda: bytes([256]), lambda: b"x"[5]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print("\xff".encode("ascii", "replace"), b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("ascii", "ignore"), str(b"x"), repr(bytearray(b"q")))
