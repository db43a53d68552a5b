"""Fractions in recipes, printed as people write them."""
from fractions import Fraction as F

GLYPHS = {F(1, 2): "½", F(1, 4): "¼", F(3, 4): "¾", F(1, 3): "⅓", F(2, 3): "⅔"}


def parse(text):
    total = F(0)
    for part in text.split():
        total += F(part)
    return total


def show(q):
    whole, rest = divmod(q.numerator, q.denominator)
    rest = F(rest, q.denominator)
    if not rest:
        return str(whole)
    return (str(whole) if whole else "") + GLYPHS.get(rest, f" {rest}").strip() if rest in GLYPHS else f"{whole} {rest}".removeprefix("0 ")


recipe = {"flour": "2 1/2", "sugar": "3/4", "milk": "1", "salt": "1/8"}
for factor in (F(1), F(1, 3), F(3, 2)):
    print(factor, {k: show(parse(v) * factor) for k, v in recipe.items()})
print(F("0.125"), F(1.5), F(7, 3) % 1, round(F(7, 3), 2), float(F(1, 3)), F(22, 7).limit_denominator(5))
print(sum([F(1, n) for n in range(1, 8)]), max(F(1, 3), F(2, 5)), F(3, 6) == 0.5, repr(F(-3, 9)))
