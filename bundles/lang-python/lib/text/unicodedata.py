# What kind of character each is, and what it consists of: exact for Latin, Greek and Cyrillic letters, for
# punctuation and for symbols; elsewhere as far as str's methods tell. Names of characters would not fit.
unidata_version = "15.0.0"

# Of port/unicodedata_tables.py: category and how many characters it goes on; "--": what str's methods tell.
_CATEGORIES = "Cc#ZsCPo$Sc&Po$Ps&Pe$Po$Sm$Po$Pd$Po$--%Po-Sm%Po&--%Ps=Po$Pe$Sk$Pc$Sk$--$Ps=Sm$Pe$Sm$Cc$ZsDPo$Sc$So'Po$Sk$So$Lo$Pi$Sm$Cf$So$Sk$So$Sm$--$Sk%--$Po$Sk%--$Lo$Pf$--$Po&--$Sm:--$SmB--$Lm~1b8~Sk5Lm'Sk/Lm1Sk(Lm*Sk$Lm$Sk$Mn4--~70~Lm'Sk$--$Lm'--$Po&--$Sk(--%Po$--$Sm~6e~--$So~8b~Mn$Me(--%Lm~cf~Po$--)PoLPd$--$So%Sc%--$Mn$PdPMn$Po$Mn$Po%Mn$Po%Mn$--$PoN--%Zs~1a0b~Cf.Pd(Po)Pi%Pf$Ps$Pi$Pf%Ps$Pi$Po$Zl+Zp$Cf$Zs(Po$Pi,Pf$Po$Pc'Po%Sm&Ps$Pe$Po$Sm.Po$Pc$Po$Zs-Cf$--(Cf$---Lm$--$Sm+Ps&Pe$Lm$--$Sm-Ps&Pe$--$Lm$--0Sc&--DMn2Me0Mn'Me$Mn&--/So2--%So$--'So$--%So---$So$Sm%--$So(--)So$--$So$--$So$--$So'--$So.--%Sm'--(So(Sm$So$--%So$--$Nl3--FNl%--'So$--%Sm'So(Sm(So%Sm'So$Sm%So$Sm%So$Sm*So$SmBSo%Sm%So$Sm$So$SmBZs~e0c~Po$So&Lm$--$Nl$Ps$Pe$Ps$Pe$Ps$Pe$Ps$Pe$Ps$Pe$So$Ps%Pe$Ps$Pe$Ps$Pe$Ps$Pe$Pd$Ps$Pe$So%Nl$Mn,Mc'Pd%Lm$So(Nl%Lm&--$Po$So$Mn~cdc2~Po3Ps*Pe$Po$--$Mn)Po3Pd$Pc%Ps%Pe$Ps$Pe$Ps$Pe$Ps$Pe$Ps$Pe$Ps$Pe$Ps$Pe$Ps$Pe$Po$Ps%Pe$Po$Pc'Po&--&Po$Pd'Ps$Pe$Ps$Pe$Ps$Pe$Po$Sm&Pd$Sm$--&Po$Sc$Po$--%Cf~93~--$Po$Sc&Po$Ps&Pe$Po$Sm$Po$Pd$Po$--%Po-Sm%Po&--%Ps=Po$Pe$Sk$Pc$Sk$--$Ps=Sm$Pe$Sm$Ps$Pe$Po$Ps$Pe$Po$--%Lm---$LmP--%SccSm%Sk$So$Sc$--%So$Sm$So'--%Cf-So&--%"
# Of the same: the letters with marks of these ranges, each with its letter and the place of its mark.
_MARKS = '-\u0300\u0301\u0302\u0303\u0308\u030a\u0327\u0304\u0306\u0328\u0307\u030c\u030b\u031b\u030f\u0311\u0326\u0325\u0323\u0331\u032d\u0330\u032e\u0324\u0309'
_BASES = "AAAAAA-CEEEEIIII-NOOOOO--UUUUY--aaaaaa-ceeeeiiii-nooooo--uuuuy-yAaAaAaCcCcCcCcDd--EeEeEeEeEeGgGgGgGgHh--IiIiIiIiI---JjKk-LlLlLl----NnNnNn---OoOoOo--RrRrRrSsSsSsSsTtTt--UuUuUuUuUuUuWwYyYZzZzZz-Oo-------------UuAaIiOoUuÜüÜüÜüÜü-ÄäȦȧÆæ--GgKkOoǪǫƷʒj---Gg--NnÅåÆæØøAaAaEeEeIiIiOoOoRrRrUuUuSsTt--Hh------AaEeÖöÕõOoȮȯYyΑ·ΕΗΙ-Ο-ΥΩϊ-------------------------ΙΥαεηιϋ-------------------------ιυουω----ϒϒЕЕ-Г---І----КИУ----------И-------------------------------и----------------------ее-г---і----киу-----------------------ѴѵЖж-------------АаАа--Ее--ӘәЖжЗз--ИиИиОо--ӨөЭэУуУуУуЧч--ЫыAaBbBbBbÇçDdDdDdDdDdĒēĒēEeEeȨȩFfGgHhHhHhHhHhIiÏïKkKkKkLlḶḷLlLlMmMmMmNnNnNnNnÕõÕõŌōŌōPpPpRrRrṚṛRrSsSsŚśŠšṢṣTtTtTtTtUuUuUuŨũŪūVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy-ſ----AaAaÂâÂâÂâÂâẠạĂăĂăĂăĂăẠạEeEeEeÊêÊêÊêÊêẸẹIiIiOoOoÔôÔôÔôÔôỌọƠơƠơƠơƠơƠơUuUuƯưƯưƯưƯưƯưYyYyYyYy------"
_PLACES = "./0123-4./02./02-1./012--./02/--./0123-4./02./02-1./012--./02/-2556677//00889999--55668877990066884400--115566778---0044-//4499----//4499---5566::--//4499//0044994499--11556633::7700002//8899-;;-------------;;9999999955//99..-555555--99997755999---//--..//////<<==<<==<<==<<==<<==<<==>>>>--99------88445555885555/-///-/-///-------------------------22/////-------------------------22///----/2.2-/---2----/.6----------6-------------------------------6----------------------.2-/---2----/.6-----------------------<<66-------------6622--66--222222--552222--22225522::22--22??88@@AA//88@@AA44BB..//BBCC66885588@@2244DDCC////@@AA@@55AABB//88@@88@@AABB//22..////8888@@55AA88@@88888888@@AABBEECCBB//2211@@..//2288@@88228800@@AAA233-8----@@FF//..FF1100//..FF1166@@FF11//..FF1100FF@@@@FF//..FF1100//..FF11@@@@FF//..FF11@@..@@FF11------"
_RANGES = (0xC0, 0x180), (0x1A0, 0x1B1), (0x1CD, 0x234), (0x386, 0x3D5), (0x400, 0x478), (0x4C1, 0x4FA), (0x1E00, 0x1F00)
# Characters that stand for others.
_SINGLE = "\u0343\u0313 \u0344\u0308\u0301 \u2000\u2002 \u2001\u2003 \u2126\u03a9 \u212aK \u212b\xc5 \u0340\u0300 \u0341\u0301 \u037e; \u0387\xb7".split()
_ALIKE = (
    "\xaaa \xb22 \xb33 \xb5\u03bc \xb91 \xbao \xbc1\u20444 \xbd1\u20442 \xbe3\u20444 \u0132IJ \u0133ij \u017fs \u01c7LJ \u01c9lj \u01caNJ \u01ccnj \u2011\u2010 "
    "\u2024. \u2025.. \u2026... \u203c!! \u2047?? \u2048?! \u2049!? \u2070\x30 \u2071i \u207fn \u2103\xb0C \u2109\xb0F \u2113l \u2115N \u2116No \u211aQ \u211dR \u2122TM "
    "\u2124Z \u21531\u20443 \u21542\u20443 \u215b1\u20448 \ufb00ff \ufb01fi \ufb02fl \ufb03ffi \ufb04ffl \ufb05st \ufb06st"
).split()
_ROMAN = "I II III IV V VI VII VIII IX X XI XII L C D M".split()
# The classes of U+0300 to U+036F.
_CLASSES = "aaaaaaaaaaaaaaaaaaaaacbbbbcdbbbbbeebbbbeebbbbbbbbbbbfffffbbbbaaaaaaaaiabbbaaabb0aaabbbbacbbahgghgghaaaaaaaaaaaaa"
_CLASS = {"a": 230, "b": 220, "c": 232, "d": 216, "e": 202, "f": 1, "g": 234, "h": 233, "i": 240, "0": 0}
_parts = {}
_whole = {}
_kinds = []


def _load():
    at = 0
    for start, end in _RANGES:
        for o in range(start, end):
            if _BASES[at] != "-":
                both = _BASES[at] + _MARKS[ord(_PLACES[at]) - 45]
                _parts[chr(o)] = both
                _whole[both] = chr(o)
            at += 1
    for pair in _SINGLE:
        _parts[pair[0]] = pair[1:]
    at = i = 0
    while i < len(_CATEGORIES):
        step = ord(_CATEGORIES[i + 2]) - 35
        end = i + 3
        if step == 91:
            end = _CATEGORIES.index("~", end)
            step = int(_CATEGORIES[i + 3 : end], 16)
            end += 1
        at += step
        _kinds.append((at, _CATEGORIES[i : i + 2]))
        i = end


def _one(c):
    if not isinstance(c, str) or len(c) != 1:
        raise TypeError("argument must be a unicode character, not " + ("str" if isinstance(c, str) else type(c).__name__))
    if not _kinds:
        _load()
    return ord(c)


def category(chr, /):
    from bisect import bisect_right

    o = _one(chr)
    kind = "Lt" if o in (0x1C5, 0x1C8, 0x1CB, 0x1F2) else "--"
    if kind == "--" and (o < 0x600 or 0x2000 <= o < 0x2300 or 0x3000 <= o < 0x3040 or 0xFE00 <= o < 0x10000):
        kind = _kinds[bisect_right(_kinds, (o, "\x7f")) - 1][1]
    if kind != "--":
        return kind
    if chr.isalpha():
        return "Lu" if chr.isupper() else "Ll" if chr.islower() else "Lt" if chr.istitle() else "Lo"
    if chr.isnumeric():
        return "Nd" if chr.isdecimal() else "No"
    if 0xD800 <= o < 0xE000:
        return "Cs"
    if 0xE000 <= o < 0xF900 or o >= 0xF0000:
        return "Co"
    return "Cn" if not chr.isprintable() else "Mn" if o < 0x2000 else "Sk" if 0x1F3FB <= o < 0x1F400 else "So"


def combining(chr, /):
    o = _one(chr)
    if 0x300 <= o < 0x370:
        return _CLASS[_CLASSES[o - 0x300]]
    return 230 if category(chr) == "Mn" and not 0xFE00 <= o < 0xFE10 else 0


def _alike(c):
    o = ord(c)
    if 0xFF01 <= o < 0xFF5F:
        return chr(o - 0xFEE0)
    if o > 127 and c.isspace() and o != 0x1680 and o != 0x85 and o < 0x3001 and o not in (0x2028, 0x2029):
        return " "
    if 0x2074 <= o < 0x207A or 0x2080 <= o < 0x208A:
        return chr(48 + o % 16)
    if 0x2160 <= o < 0x2180:
        letters = _ROMAN[o % 16]
        return letters if o < 0x2170 else letters.lower()
    if 0x2460 <= o < 0x2474:
        return str(o - 0x245F)
    if 0x24B6 <= o < 0x24EA:
        return _letter(o - 0x24B6)
    if 0x1D400 <= o < 0x1D6A4:
        return _letter((o - 0x1D400) % 52)
    if 0x1D7CE <= o < 0x1D800:
        return chr(48 + (o - 0x1D7CE) % 10)
    for pair in _ALIKE:
        if pair[0] == c:
            return pair[1:]


def _letter(i):
    return chr(65 + i if i < 26 else 71 + i)


def _decompose(c, compatible):
    o = ord(c)
    if 0xAC00 <= o < 0xD7A4:
        o -= 0xAC00
        return chr(0x1100 + o // 588) + chr(0x1161 + o % 588 // 28) + (chr(0x11A7 + o % 28) if o % 28 else "")
    parts = _parts.get(c) or compatible and _alike(c)
    return "".join([_decompose(p, compatible) for p in parts]) if parts else c


def normalize(form, unistr, /):
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        raise ValueError("invalid normalization form")
    if unistr.isascii():
        return unistr
    _one("a")
    out = []
    marks = []
    for c in "".join([_decompose(c, "K" in form) if c > "\x7f" else c for c in unistr]):
        if c >= "\u0300" and combining(c):
            marks.append(c)
        else:
            out += sorted(marks, key=combining)
            marks = []
            out.append(c)
    out += sorted(marks, key=combining)
    return "".join(out) if form[-1] == "D" else _compose(out)


def _compose(chars):
    out = []
    start = None
    last = 0
    for c in chars:
        kind = combining(c) if c >= "\u0300" else 0
        both = None
        if start is not None and (last < kind or last == 0):
            both = _whole.get(out[start] + c) or _syllable(out[start], c)
        if both:
            out[start] = both
            continue
        if kind == 0:
            start = len(out)
        last = kind
        out.append(c)
    return "".join(out)


def _syllable(a, b):
    a, b = ord(a), ord(b)
    if 0x1100 <= a < 0x1113 and 0x1161 <= b < 0x1176:
        return chr(0xAC00 + (a - 0x1100) * 588 + (b - 0x1161) * 28)
    if 0xAC00 <= a < 0xD7A4 and (a - 0xAC00) % 28 == 0 and 0x11A7 < b < 0x11C3:
        return chr(a + b - 0x11A7)


def is_normalized(form, unistr, /):
    return normalize(form, unistr) == unistr


def decomposition(chr, /):
    o = _one(chr)
    parts = _parts.get(chr)
    return " ".join(["%04X" % ord(c) for c in parts]) if parts else ""


_none = object()


def _number(chr, default, is_one, value, name):
    _one(chr)
    if is_one:
        return value(chr)
    if default is _none:
        raise ValueError("not a " + name)
    return default


def decimal(chr, default=_none, /):
    return _number(chr, default, chr.isdecimal(), int, "decimal")


def digit(chr, default=_none, /):
    return _number(chr, default, chr.isdigit(), lambda c: int(normalize("NFKC", c)), "digit")


def numeric(chr, default=_none, /):
    def value(c):
        a, _, b = normalize("NFKC", c).partition("\u2044")
        return int(a) / int(b or 1)

    return _number(chr, default, chr.isnumeric(), value, "numeric character")


def east_asian_width(chr, /):
    o = _one(chr)
    if 0x2E80 <= o < 0xA4D0 and o != 0x3000 or 0xAC00 <= o < 0xD7A4 or 0xF900 <= o < 0xFB00 or 0x1F300 <= o < 0x1FA00 or 0x20000 <= o < 0x3FFFE or 0x1100 <= o < 0x1160:
        return "W"
    if o == 0x3000 or 0xFF01 <= o <= 0xFF60 or 0xFFE0 <= o <= 0xFFE6:
        return "F"
    return "Na" if 32 <= o < 127 else "H" if 0xFF61 <= o < 0xFFDD else "N"


def _no_names(*args):
    raise NotImplementedError("names of characters are not in this sandbox")


name = lookup = _no_names
