"""Egyptian fractions, continued fractions and paint mixing."""
from fractions import Fraction
from math import ceil


def egyptian(f):
    while f:
        unit = Fraction(1, ceil(1 / f))
        yield unit
        f -= unit


def continued(f):
    out = []
    while True:
        whole = f.numerator // f.denominator
        out.append(whole)
        f -= whole
        if not f:
            return out
        f = 1 / f


for f in (Fraction(5, 6), Fraction(7, 15), Fraction("0.3")):
    print(f, "=", " + ".join(map(str, egyptian(f))))
print(continued(Fraction(415, 93)), continued(Fraction(3.25)))
mix = {"red": Fraction(1, 3), "blue": Fraction(1, 4), "white": Fraction(5, 12)}
print(sum(mix.values()) == 1, {k: str(v * 30) for k, v in mix.items()})
print(Fraction(0.1).limit_denominator(100), Fraction("3/4") ** 2, Fraction(-7, 2) // 1, round(Fraction(7, 3), 2))
print(repr(Fraction(6, -4)), float(Fraction(1, 8)), Fraction(1, 2) + 0.25, Fraction(1, 2) < 1, int(Fraction(-5, 2)))
print(sorted([Fraction(2, 3), 0.5, 1]), f"{Fraction(22, 7):.3f}")
try:
    Fraction(1, 0)
except ZeroDivisionError as e:
    print(e)
