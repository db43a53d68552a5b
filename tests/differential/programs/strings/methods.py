s = "Hello, World"
print(s.upper(), s.lower(), s.swapcase(), s.title(), "hello world".capitalize(), s.replace("l", "L", 2), s.find("o"), s.rfind("o"), s.count("l"), s.index("W"))
print("a,b,,c".split(","), "a b  c".split(), "a,b,c".rsplit(",", 1), "k=v=w".partition("="), "k=v=w".rpartition("="), "x\ny\r\nz".splitlines(), "x\ny".splitlines(True))
print("  pad ".strip(), "xxhixx".strip("x"), "007".lstrip("0"), "a".center(5, "*"), "a".ljust(3) + "|", "a".rjust(3), "42".zfill(5), "-42".zfill(5), "a\tb".expandtabs(4))
print("abc".startswith(("x", "a")), "abc".endswith("c"), "abc123".isalnum(), "abc".isalpha(), "12".isdigit(), " ".isspace(), "Ab".istitle(), "ab".islower(), "AB".isupper(), "x_1".isidentifier(), "a\n".isprintable())
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "-".join(["a", "b"]), "abc"[::-1], "abcdef"[1:5:2], "ab" * 2, "b" in "abc", "ß".casefold(), "Ünï".upper(), "abc".translate({97: "x", 98: None}))
print(ord("é"), chr(8364), "é".encode(), b"\xc3\xa9".decode(), len("日本語"), "日本語"[1], repr("a'b\"c\n\x00é"), ascii("é"), "%s|%5d|%-5s|%05.1f|%x|%r|%%" % ("a", 3, "b", 2.25, 255, "q"), "abc" < "abd", max("hello"), sorted("hello"))
try: "abc".index("z")
except ValueError as e: print(e)
