import re

text = "naïve café — 日本語 😀 ẞ end"
for m in re.finditer(r"\w+", text):
    print(m.span(), m.group(), text[m.start() : m.end()] == m.group(), m.regs)
p = re.compile(r"[^\W\d_]+")
for pos in range(0, len(text) + 2, 3):
    for end in (len(text), 12, pos):
        m = p.search(text, pos, end)
        print(pos, end, m and (m.span(), m.pos, m.endpos))
print(p.match(text, -5).span(), p.match(text, 6), p.findall(text, 6, 14), p.fullmatch(text, 6, 10).span())
print([m.start() for m in re.compile("é|日").finditer(text, 7)], re.compile("^").findall(text, 3), re.compile("$").search(text, 0, 4).span())
print(re.search("(?P<a>日)(?P<b>x)?(?P<c>本)", text).regs, re.search("(日)(x)?", text).start(2), re.search("😀", text).end())
big = "日a" * 5000
print(sum(m.start() for m in re.finditer("a", big)), len(re.findall("日", big)), re.search("$", big).span())
at, n, word = 0, 0, re.compile("日|a")
while at < len(big):
    at = word.match(big, at).end()
    n += 1
print(n, at)
