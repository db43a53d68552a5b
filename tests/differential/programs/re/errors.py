import re

PATTERNS = [
    "(", ")", "(a", "a)", "[", "[a", "[]", "*", "a**", "a+*", "+a", "?", "a{2,1}", "(?P<a", "(?P<a>", "(?P<>a)", "(?P<1>a)",
    "(?P=x)", "(?P<a>(?P=a))", "(?<a", "(?<=a*)b", "(?<!a+)b", "(?<=a|bc)d", "(?z)", "(?i", "(?i-", "(?-i)", "(?i-i:a)",
    "a(?i)b", r"\1", r"(\1)", r"(a)\2", r"\q", "\\", "[z-a]", r"[\d-z]", r"[a-\d]", "(?(1)a", "(?(x)a)", "(?(0)a)",
    "(a)(?(1)a|b|c)", "(?", "(?#", "a|*", "(?:", r"\x1", r"\u12", r"\U0011", r"\8", r"\777", r"[\q]", r"[\8]",
    "(?P<a>x)(?P<a>y)", "(?au)x", "(?L)x", "(a)(?(2)b)", "^*", r"\b+", "x{3}{4}", "(?Px)", "(?P", "(?<", "(?a-a:x)",
    "one\ntwo(", "(?x) # (\n  [", r"\N{", r"\Z*", "a{1,2}{3}", "(?i-:a)", "(?iz)", "(?i-z:a)", "(?s", "(?-", "(?-x",
]
for pattern in PATTERNS:
    try:
        re.compile(pattern)
    except re.error as e:
        print(repr(pattern), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.pattern == pattern)
    else:
        print(repr(pattern), "is right")

for repl in (r"\1", r"\g<0>\g<2>", r"\g<n>", r"\g", r"\g<", r"\g<1", r"\g<>", r"\g<1a>", r"\q", "\\", r"\400", r"\g<-1>"):
    try:
        print(re.sub("a", repl, "a"))
    except (re.error, IndexError) as e:
        print(repr(repl), "|", "re.error" if isinstance(e, re.error) else type(e).__name__, "|", e)

for call in (
    lambda: re.compile(1),
    lambda: re.search("a", b"a"),
    lambda: re.search(b"a", "a"),
    lambda: re.search("a", None),
    lambda: re.sub("a", b"b", "a"),
    lambda: re.sub("a", lambda m: 1, "xa"),
    lambda: re.compile(re.compile("a"), re.I),
    lambda: re.compile("a", re.L),
    lambda: re.compile(b"a", re.U),
    lambda: re.compile("a", re.A | re.U),
    lambda: re.match("(a)", "a").group(2),
    lambda: re.match("(a)", "a")["b"],
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, "|", e)
