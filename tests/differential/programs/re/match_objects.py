import re

m = re.match(r"(?P<first>\w+) (?P<last>\w+)(, (?P<title>\w+))?", "Ada Lovelace")
print(m.group(), m.group(0, 1, "last"), m.groups(), m.groups("-"), m.groupdict(), m.groupdict(""))
print(m.start("last"), m.end(2), m.span(3), m.span("title"), m.regs, m.lastindex, m.lastgroup)
print(m.string, m.pos, m.endpos, m.re.pattern, m["first"], m[2], m[3], bool(m), m)
print(m.expand(r"\2, \1 \g<title>|\g<last>\n"), [str(x) for x in m.groups()])
for key in (5, "nobody", -1, None, 1.5):
    try:
        print(m[key])
    except IndexError as e:
        print("IndexError", e)
for pattern, text in (("(a)(b)?", "ab"), ("(a)|(b)", "b"), ("((a)(b))", "ab"), ("(a)*", "aaa"), ("(?:(a)|b)*", "ab"), ("(a(b))", "ab"), ("()", ""), ("(?=(a))a(b)", "ab"), ("(?:(x)|(y))+", "xyx")):
    m = re.match(pattern, text)
    print(pattern, m.lastindex, m.groups(), m.regs)
p = re.compile("(?i)a(?P<n>b)", re.M)
print(p, p.pattern, p.flags, p.groups, dict(p.groupindex), p == re.compile("(?i)a(?P<n>b)", re.M), p != re.compile("a"))
print(re.search("x+", "x" * 80), re.search("'", "it's"), re.search("\n", "\n"), re.compile("'\"\\\\"))
if (found := re.search(r"(\d+)", "abc 42")) is not None:
    print(int(found[1]) + 1)
print(re.compile(p) is p, {p: 1}[p], isinstance(m, re.Match), isinstance(p, re.Pattern))
