import unicodedata
def strip(s):
    return "".join(c for c in unicodedata.normalize("NFKD", s) if not unicodedata.combining(c))
print([strip(s) for s in ("Crème Brûlée", "Ångström", "São Paulo", "Łódź", "Việt Nam", "ñandú", "Žluťoučký kůň", "Ελληνικά", "Ёлка й", "ﬁne ①②½ ™", "Ｆｕｌｌ")])
print(unicodedata.normalize("NFKD", "Müller & Söhne").encode("ascii", "ignore").decode())
for form in "NFC", "NFD", "NFKC", "NFKD":
    print(form, [[hex(ord(c)) for c in unicodedata.normalize(form, s)] for s in ("é", "e\u0301", "ế", "e\u0301\u0323", "\u1e9b\u0323", "Å", "한", "ﬁ", "²", "\xa0")])
print("é" == "e\u0301", unicodedata.normalize("NFC", "e\u0301") == "é", unicodedata.is_normalized("NFC", "é"))
print([unicodedata.category(c) for c in "aA1 _-+$^(«»\"'é\u0301\n\t€№½ⅧǅªЖ가→★😀\u200b\u00ad…—"])
print("".join(c for c in "Hi, there! (ok?) 50% — “yes”" if not unicodedata.category(c).startswith("P")))
print([unicodedata.combining(c) for c in "a\u0301\u0323\u0327\u031b\u0334"], unicodedata.decomposition("é"), repr(unicodedata.decomposition("a")))
print(unicodedata.decimal("7"), unicodedata.digit("²"), unicodedata.numeric("½"), unicodedata.numeric("x", None))
print([unicodedata.east_asian_width(c) for c in "aあ漢Ａｱ"])
try:
    unicodedata.digit("x")
except ValueError as e:
    print(e)
try:
    unicodedata.normalize("NFX", "é")
except ValueError as e:
    print(e)
