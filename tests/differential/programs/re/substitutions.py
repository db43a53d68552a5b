import re

print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", r"\g<0>\g<0>", "banana", count=2), re.subn("a", "", "banana"))
print(re.sub(r"(?P<y>\d{4})-(?P<m>\d\d)", r"\g<m>/\g<y>", "2024-05 and 1999-12"), re.sub("(a)(b)?", r"[\1\2]", "aab"), re.sub("x", r"\\\n\t\x", "x") if False else "")
print(re.sub("a", r"\n|\t|\\|\a|\0|\07|\101|\-|\.", "a").encode(), re.sub("(a)", r"\g<1>1\g<01>", "a"), re.sub("a", "\\\\1", "a"), re.sub("a", lambda m: r"\1", "a"))
state = {"n": 0}


def number(m):
    state["n"] += 1
    return "%d:%s" % (state["n"], m.group())


print(re.sub(r"\w+", number, "one two three"), re.sub(r"\w+", number, "four five", count=1), re.sub("z", number, "none"), state)
print(re.sub("(?i)hello", lambda m: m.group().swapcase() if hasattr(str, "swapcase") else m.group(), "") or "empty")
inner = re.compile(r"\d")
print(re.sub(r"\[(.*?)\]", lambda m: inner.sub(lambda d: str(int(d[0]) + 1), m[1]), "[1a2] 3 [9]"))
print(re.sub(".", "", "a\nb"), re.sub("^", "> ", "a\nb\n", flags=re.M), re.sub(r"(?m)\s+$", "", "a  \nb \n"), re.sub(r"\s*#.*", "", "x = 1  # one"))
print(re.sub("é", "e", "café é"), re.sub("b", "日", "abc"), re.sub(r"(.)\1", r"\1", "aabbéé"), re.sub("[aeiou]", "", "education"))
try:
    re.sub("a", lambda m: [][1], "a")
except IndexError as e:
    print("IndexError")
print(re.escape("3.14 (pi) [a-z]* ^$ {x} \\ a_b-c"), re.match(re.escape("a+b?"), "a+b?").group(), re.escape("é日~!%"))
