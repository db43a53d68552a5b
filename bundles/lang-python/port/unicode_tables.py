"""Writes unicode_tables.h: what unicode_text.c knows of each character.

    python3 bundles/lang-python/port/unicode_tables.py > bundles/lang-python/port/unicode_tables.h

The figures are those of the Python that runs it; the header names its version of Unicode.
"""
import sys
import unicodedata

ALPHA, DECIMAL, DIGIT, NUMERIC, SPACE, PRINTABLE, ID_START, ID_CONTINUE, CASED_ONLY, TITLE = (1 << i for i in range(10))



def flags(c):
    f = 0
    if c.isalpha():
        f |= ALPHA
    if c.isdecimal():
        f |= DECIMAL
    if c.isdigit():
        f |= DIGIT
    if c.isnumeric():
        f |= NUMERIC
    if c.isspace():
        f |= SPACE
    if c.isprintable():
        f |= PRINTABLE
    if c.isidentifier():
        f |= ID_START
    if ("a" + c).isidentifier():
        f |= ID_CONTINUE
    # Lower or upper case that shows in no mapping.
    if c.islower() and c.upper() == c:
        f |= CASED_ONLY
    if c.isupper() and c.lower() == c:
        f |= TITLE  # upper case without a lower one
    return f


def ranges():
    out, last = [], None
    for i in range(0x110000):
        f = 0 if 0xD800 <= i < 0xE000 else flags(chr(i))
        if f != last:
            out.append(i << 10 | f)
            last = f
    return out


def runs(mapping):
    """(first, last, stride, difference) of characters that map to another one."""
    out = []
    items = sorted(mapping.items())
    i = 0
    while i < len(items):
        first, to = items[i]
        best = (i, 1)
        for stride in (1, 2):
            j = i
            while j + 1 < len(items) and items[j + 1][0] == items[j][0] + stride and items[j + 1][1] - items[j + 1][0] == to - first:
                j += 1
            if j > best[0]:
                best = (j, stride)
        j, stride = best
        out.append((first, items[j][0], stride, to - first))
        i = j + 1
    return out


def print_runs(name, mapping):
    print(f"static const case_run_t {name}[] = {{")
    for first, last, stride, difference in runs(mapping):
        print(f"    {{ 0x{first:x}, {last - first}, {stride}, {difference} }},")
    print("};\n")


def main():
    upper, lower, title, fold = {}, {}, {}, {}
    many = []  # (character, which, text)
    for i in range(0x110000):
        if 0xD800 <= i < 0xE000:
            continue
        c = chr(i)
        for which, (mapping, text) in enumerate(((upper, c.upper()), (lower, c.lower()), (title, c.title()), (fold, c.casefold()))):
            reference = c if which < 2 else c.upper() if which == 2 else c.lower()
            if text == reference:
                continue
            if len(text) == 1:
                mapping[i] = ord(text)
            else:
                many.append((i, which, text))
    print(f"// Unicode {unicodedata.unidata_version}, written by unicode_tables.py. Each word is the first of a run of")
    print("// characters, shifted, and what they are.")
    print("static const uint32_t unicode_runs[] = {")
    words = ranges()
    for i in range(0, len(words), 12):
        print("    " + " ".join(f"0x{w:x}," for w in words[i:i + 12]))
    print("};\n")
    print("// The first of them, one by one.")
    print("static const uint8_t ascii_flags[128] = {")
    for i in range(0, 128, 16):
        print("    " + " ".join(f"0x{flags(chr(j)):02x}," for j in range(i, i + 16)))
    print("};\n")
    print_runs("upper_runs", upper)
    print_runs("lower_runs", lower)
    print("// Where they differ from upper case, and from lower case.")
    print_runs("title_runs", title)
    print_runs("fold_runs", fold)
    print("// Those that become several characters.")
    print("static const case_many_t case_many[] = {")
    for i, which, text in many:
        data = "".join(f"\\x{b:02x}" for b in text.encode())
        print(f'    {{ 0x{i:x}, {which}, "{data}" }},')
    print("};")


if __name__ == "__main__":
    sys.exit(main())
