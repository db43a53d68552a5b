# Matches that remember a place to come back to for every character, and a replacement for every one.
# limits: memory_bytes=16777216
import re
text = "ab" * 400000
for call in (
    lambda: re.match("(?:a|b)*c", text),
    lambda: re.match("(.)*c", text),
    lambda: re.match("(?:(a)|(b)|(c)|(d))*?e", text),
    lambda: len(re.findall("", text[:50000])),
    lambda: re.sub("", "x" * 10000, text[:50000]),
    lambda: re.sub("a", lambda m: "y" * m.start(), text[:50000]),
    lambda: re.compile("(?:abc|def){60000}" * 30),
):
    try:
        print(call())
    except MemoryError:
        print("MemoryError")
    except OverflowError as error:
        print(error)
    print(re.match("(?:a|b)*", "ab" * 50).end())
