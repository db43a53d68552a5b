"""Writes the two tables of lib/text/unicodedata.py: where categories change, and what letters with marks consist of.

    python3 bundles/lang-python/port/unicodedata_tables.py
"""
import unicodedata

# Where what str's methods tell is not enough.
CATEGORIES = (0, 0x600), (0x2000, 0x2300), (0x3000, 0x3040), (0xFE00, 0x10000)
LETTERS = (0xC0, 0x180), (0x1A0, 0x1B1), (0x1CD, 0x234), (0x386, 0x3D5), (0x400, 0x478), (0x4C1, 0x4FA), (0x1E00, 0x1F00)


def told(c):
    if c.isalpha():
        return "Lu" if c.isupper() else "Ll" if c.islower() else "Lt" if c.istitle() else "Lo"
    return "Nd" if c.isdecimal() else "No" if c.isnumeric() else "Cn" if not c.isprintable() else None


def categories():
    out, last, at = "", "", 0
    for start, end in CATEGORIES:
        for o in range(start, end):
            c = chr(o)
            name = unicodedata.category(c)
            name = "--" if name == told(c) else name
            if name != last:
                step = o - at
                out += name + (chr(35 + step) if step < 90 and step != 57 else "~%x~" % step)
                last, at = name, o
    return out


def letters():
    marks, bases, places = "-", "", ""
    for start, end in LETTERS:
        for o in range(start, end):
            parts = unicodedata.decomposition(chr(o))
            parts = [chr(int(p, 16)) for p in parts.split()] if parts and parts[0] != "<" else "--"
            mark = parts[1] if len(parts) > 1 else ""
            if mark not in marks or not mark:
                marks += mark
            bases += parts[0]
            places += chr(45 + max(0, marks.find(mark))) if mark else "-"
    return marks, bases, places


if __name__ == "__main__":
    print("_CATEGORIES = %s" % ascii(categories()))
    for name, text in zip(("_MARKS", "_BASES", "_PLACES"), letters()):
        print("%s = %s" % (name, ascii(text) if name == "_MARKS" else '"' + text + '"'))
