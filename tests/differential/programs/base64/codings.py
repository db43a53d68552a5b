import base64, binascii
print(base64.b64encode(b"hello world"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xfb\xff\xfe"), base64.b64encode(b""), base64.b64decode(b"YQ=="))
print(base64.b32encode(b"hi there"), base64.b32decode("NBUSA5DIMVZGK==="), base64.b16encode(b"\x01\xab"), base64.b16decode("01AB"), base64.b85encode(b"hello"), base64.b85decode(b"Xk~0{Zv"), base64.a85encode(b"test"))
print(binascii.hexlify(b"\x00\xff"), binascii.unhexlify("00ff"), binascii.crc32(b"hello"), b"\x01\x02".hex(), bytes.fromhex("0a0B"))
for bad in ("abc", "a", "aGVsbG8"):
    try: print(base64.b64decode(bad))
    except binascii.Error as e: print(e)
try: base64.b64encode("str")
except TypeError as e: print(e)
