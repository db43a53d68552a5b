def to_roman(n):
    out = ""
    for v, s in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        q, n = divmod(n, v); out += s * q
    return out
def from_roman(s):
    val = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000))); t = 0
    for a, b in zip(s, s[1:] + "I"): t += -val[a] if val[a] < val[b] else val[a]
    return t
for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999): print(n, to_roman(n), from_roman(to_roman(n)) == n)
