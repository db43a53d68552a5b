import struct
for f, v in (("c",(b"a",)),("3c",(b"a",b"b",b"c")),("p",(b"abc",)),("5p",(b"abc",)),("n",(5,)),("N",(5,)),("?",(1,)),("e",(1.5,)),("P",(3,)),("xhx",(3,)),("<l",(3,)),("l",(3,)),("2s0s",(b"ab",b"")),("=qQ",(1,2)),("!3h",(1,2,3)),("<hci",(1,b"z",2)), ("@bi", (1, 2)), ("bq", (1,2)), (" < h h", (1,2)), ("<2c2h",(b'a',b'b',1,2)),("s",(b"q",))):
    try:
        b = struct.pack(f, *v); print(f, b, struct.unpack(f, b), struct.calcsize(f))
    except Exception as e: print(f, repr(e))
