"""Spell numbers, ordinals and parse them back."""
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = [(10 ** 9, "billion"), (10 ** 6, "million"), (1000, "thousand"), (100, "hundred")]
IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}


def spell(n):
    if n < 0:
        return "minus " + spell(-n)
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + ("-" + ONES[n % 10] if n % 10 else "")
    for scale, name in SCALES:
        if n >= scale:
            high, low = divmod(n, scale)
            rest = "" if not low else (" and " if low < 100 else " ") + spell(low)
            return f"{spell(high)} {name}{rest}"


def ordinal(n):
    head, sep, last = spell(n).rpartition("-" if "-" in spell(n).split()[-1] else " ")
    word = IRREGULAR.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return head + sep + word


def parse(text):
    sign, total, current = 1, 0, 0
    for word in text.replace("-", " ").split():
        if word == "minus":
            sign = -1
        elif word in ONES:
            current += ONES.index(word)
        elif word in TENS:
            current += TENS.index(word) * 10
        elif word == "hundred":
            current *= 100
        elif word != "and":
            scale = next(s for s, name in SCALES if name == word)
            total, current = total + current * scale, 0
    return sign * (total + current)


def suffix(n):
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


for n in (0, 7, 13, 21, 40, 100, 115, 342, 1001, 12345, 1000000, 2147483647, -56):
    text = spell(n)
    print(f"{n:>11,}  {text}")
    assert parse(text) == n
print([ordinal(n) for n in (1, 2, 3, 8, 12, 20, 21, 42, 100, 109)])
print([suffix(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111)])
print(sum(len(spell(n).replace(" ", "").replace("-", "")) for n in range(1, 1001)))
