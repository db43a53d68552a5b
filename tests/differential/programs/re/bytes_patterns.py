import re

data = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Name: \xc3\xa9\xff\r\n\r\nhello"
head, _, body = data.partition(b"\r\n\r\n")
print(re.match(rb"HTTP/(\d)\.(\d) (\d+) (.*)", head).groups())
print(re.findall(rb"(?m)^([\w-]+): (.*?)\r?$", head))
print(re.sub(rb"[\x80-\xff]", lambda m: b"\\x%02x" % m[0][0], data)[-30:])
print(re.split(rb"\r\n", head), re.search(rb"\w+$", body), re.findall(rb"\w", b"a\xe9_1"))
print(re.compile(b"(?i)CONTENT-length").search(data).span(), re.escape(b"a.b\x00\xff"), re.compile(b"a", re.M))
print(re.search(b"\\xff", data).start(), re.fullmatch(b"[^a]*", b"\xff\x00").span(), re.sub(b"a", b"\\g<0>\\n", b"a"))
print(re.search(b"b+", bytearray(b"abbc")), re.findall(b".", memoryview(b"xyz")), type(re.sub(b"x", b"y", bytearray(b"x"))))
print(re.search(b"(?P<k>\\w+)=(?P<v>\\w*)", b"a=1").groupdict())
