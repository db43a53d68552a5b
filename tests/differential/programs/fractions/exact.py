from fractions import Fraction as F
print(F(3, 6), F("0.125"), F(0.5), F("7/3") + 1, F(1, 3) * 3 == 1, F(5, 4) // 1, F(7, 2) % 2, -F(1, 2), abs(F(-2, 4)), F(2, 3) ** 2, F(2, 3) ** -2, 1 / F(4))
print(repr(F(1, 3)), float(F(1, 4)), round(F(7, 2)), int(F(9, 4)), F(22, 7) < F(355, 113), F(3.141592653589793).limit_denominator(100), F(1, 3) + 0.5, sum([F(1, n) for n in range(1, 8)]))
print(F(4, 2).numerator, F(4, 2).denominator, F(4, 2), hash(F(2)) == hash(2), f"{F(1, 3):.3f}", sorted([F(1, 2), F(1, 3)]), F(1, 2) == 0.5)
for f in (lambda: F(1, 0), lambda: F("a"), lambda: F(1.5, 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
