import re

print(re.match("(?:a|b)*", "ab" * 20000).end(), re.match("(a|b)*c", "ab" * 1000 + "c").end(), re.search("(?:.|\n)*?z", "y" * 3000 + "z").end())
print(len(re.findall("[^,]*,", "x," * 5000)), re.match("(?:x?){50}", "x" * 50).end(), re.match("(" * 60 + "a" + ")" * 60, "a").groups()[:2])
many = "|".join("(?P<g%d>%dx)" % (n, n) for n in range(150))
m = re.match(many, "149x")
print(m.lastgroup, m.lastindex, m.re.groups, re.match("(.)" * 120 + r"\99", "a" * 121).end())
print(re.fullmatch(".{1000}", "x" * 1000) is not None, re.fullmatch("(?:ab){500,}", "ab" * 501) is not None)
print(re.match("a{4294967296}" if False else "a{0}", "a").span(), re.findall("(?:)", "ab"), re.findall("a{0,0}", "a"))
