import re

for pattern in ("", "x*", r"\b", "(?=b)", "a?", "$", "^", r"(?m)^", "a|", "|a", r"\B", "(a)|b?", "(?<=a)"):
    for text in ("", "abxa", "a\nb\n"):
        print(repr(pattern), repr(text), re.findall(pattern, text), re.split(pattern, text), re.sub(pattern, "-", text),
              [m.span() for m in re.finditer(pattern, text)])
print(re.split("(x)*", "axxb"), re.split("(?:x)*", "axxb", 1), re.split("b*", "abc", maxsplit=2), re.subn("x*", "-", "abc", 2))
print(re.sub("", "-", "é日😀"), re.split("", "é日😀"), re.findall("", "é日"))
print(re.sub(r"(?=(\d))", r"<\1>", "1a2"), re.sub(r"\b|:+", "*", "a::bc"))
