import re

print(re.I, re.I | re.M, repr(re.A | re.S | re.X), int(re.M), re.NOFLAG, re.I & re.M, (re.I | re.S) & re.S, re.I in (re.IGNORECASE,), re.RegexFlag(8), bool(re.NOFLAG), re.S.name, re.S.value)
print(re.findall("(?i)straße|äö", "Straße ÄÖ STRASSE"), re.findall("k", "K\u212ak", re.I), re.findall("k", "K\u212ak", re.I | re.A))
print(re.findall("é", "éÉ", re.I), re.findall("é", "éÉ", re.I | re.A), re.findall("[é-ë]", "ÉÊe", re.I), re.findall("[^é]", "éÉ", re.I), re.findall("[A-F]", "afgÉ", re.I | re.A), re.findall("[^a]", "Aaé", re.I | re.A))
print(re.findall(r"\d+", "12 ٣٤ ५"), re.findall(r"\d+", "12 ٣٤ ५", re.A), re.findall(r"(?a:\w+)|\w", "ab é"), re.findall(r"\W", "é-", re.A))
print(re.findall(r"\s", "a b\u2003c\x1cd\xa0\x85"), re.findall(r"(?a)\s", "a b\u2003c\x1cd\xa0"), re.findall(r"\w", "ⅷ²_é٣\u0301ª"))
print(re.findall("^a", "a\na", re.M), re.findall("a$", "a\na\n"), re.findall("a$", "a\na\n", re.M), re.search(r"a\Z", "a\n"), re.search(r"\Aa", "ba", re.M))
print(re.findall("a.b", "a\nb"), re.findall("a.b", "a\nb", re.S), re.findall("(?s:a.)b", "a\nb"), re.findall("(?s)a.(?-s:.)", "a\nbc a\n\n"))
print(re.findall("(?i:a)b", "Ab AB"), re.findall("(?i)a(?-i:b)", "AB Ab"), re.findall("(?im)^x", "X\nx"), re.findall(r"(?x) a \  b # c", "a b"), re.findall("(?x: a [ ] b ) c", "a b c"))
p = re.compile(r"""
    (?P<hour>\d\d) : (?P<minute>\d\d)   # a time
    [ #]*                               # a set is not verbose
""", re.X)
print(p.match("12:30 ##").group(), p.flags == re.X | re.U, re.compile("a", re.A).flags, re.compile(b"a").flags, re.compile("(?m)a").flags)
print(re.compile("a", re.I | re.X), re.compile("(?i)a"), re.compile("a", re.A))
