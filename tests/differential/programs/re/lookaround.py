import re

strong = re.compile(r"(?=.*\d)(?=.*[a-z])(?=.*[A-Z])(?=.*[^\w\s]).{8,}")
print([bool(strong.fullmatch(w)) for w in ("Passw0rd!", "password", "Sh0rt!", "NoDigits!!", "Aa1!Aa1!")])
print(re.findall(r"(?<=\$)\d+", "$12 €13 $14"), re.findall(r"(?<!\$)\b\d+", "$12 13 $14"), re.findall(r"\w+(?=:)", "a: b c:"), re.findall(r"\b(?!the\b)\w+", "the cat then"))
print(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", "aBcD"), re.findall(r"(?<=a|b)c", "acbcc"), re.search(r"(?<=(?:ab){2})c", "ababc").start())
print(re.search(r"(?<!-)\bx", "-x x").start(), re.findall(r"(?=(\d\d))", "1234"), re.sub(r"(?!^)(?=(?:...)+$)", ",", "1234567"))
print(re.match(r"(<)?(\w+@\w+(?:\.\w+)+)(?(1)>|$)", "<a@b.c>").groups(), re.match(r"(<)?(\w+@\w+(?:\.\w+)+)(?(1)>|$)", "a@b.c").groups(), re.match(r"(<)?(\w+@\w+)(?(1)>|$)", "<a@b"))
print(re.match(r"(?P<q>['\"])?x(?(q)(?P=q))", "'x'").span(), re.fullmatch(r"(?P<q>['\"])?x(?(q)(?P=q))", "'x"), re.findall(r"(['\"])(.*?)\1", "'a' \"b'c\""))
print(re.match(r"a++b", "aaab"), re.match(r"a++a", "aaa"), re.match(r"a*+a", "aaa"), re.match(r"(?>a+)a", "aaa"), re.match(r"a?+a", "a"), re.match("a{1,2}+a", "aa"), re.match("(?>a|ab)c", "abc"))
print(re.match(r"<(.+?)>", "<a><b>").group(1), re.match(r"<(.+)>", "<a><b>").group(1), re.match("a{2,3}?", "aaaa").group(), re.match("a{,2}", "aaa").group(), re.match("a{2,}", "aaa").group(), re.match("a{x", "a{x").group(), re.match("x{,}", "xx").group())
print(re.fullmatch(r"(\w)(\w)?(\w)?\w?(?:\3\2\1|\2\1)", "abcba") is not None, re.findall(r"\b(\w+) \1\b", "the the cat sat sat"), re.match(r"(a)(?:b|(c))*", "abcb").groups())
