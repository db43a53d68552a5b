"""Streams know whether they are closed and refuse the other kind of text."""
import io
import sys

for stream, good, bad in ((io.StringIO(), "text", b"bytes"), (io.BytesIO(), b"bytes", "text")):
    print(stream.closed, stream.write(good))
    try:
        stream.write(bad)
    except TypeError as e:
        print(e)
    with stream:
        print(stream.getvalue())
    print(stream.closed)
    try:
        stream.getvalue()
    except ValueError as e:
        print(e)
for write, what in ((sys.stdout.write, b"no"), (sys.stdout.write, 5)):
    try:
        write(what)
    except TypeError as e:
        print(e)
data = bytearray(b"0123456789")
data[::2] = b"abcde"
print(data)
data[1:3] = b"XYZ"
print(data, data[::-3])
try:
    data[::2] = b"ab"
except ValueError as e:
    print(e)
for attempt in (lambda: b"a" + "b", lambda: b"abc"[5], lambda: bytearray(b"a")[3]):
    try:
        attempt()
    except (TypeError, IndexError) as e:
        print(type(e).__name__, e)
