"""unicode_escape there and back, and what it refuses."""
for raw in (rb"tab\there", rb"a\x41\u00e9\U0001f600", rb"\101\7\0", rb"quote \' \" \\", b"l1 \xe9", rb"new\nline\
joined"):
    text = raw.decode("unicode_escape")
    print(repr(text), text.encode("unicode_escape"))
for bad in (rb"\x4", rb"abc\u12", rb"\U00110000", b"end\\"):
    try:
        print(bad.decode("unicode-escape"))
    except UnicodeDecodeError as e:
        print(e)
print(rb"ok\x4".decode("unicode_escape", "ignore"), rb"ok\x4".decode("unicode_escape", "replace"))
