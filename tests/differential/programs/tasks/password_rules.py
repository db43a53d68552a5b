"""Check passwords against rules; collect all failures."""
import string

RULES = {
    "length": lambda p: len(p) >= 8,
    "upper": lambda p: any(c.isupper() for c in p),
    "lower": lambda p: any(map(str.islower, p)),
    "digit": lambda p: any(c.isdigit() for c in p),
    "symbol": lambda p: bool(set(p) & set(string.punctuation)),
    "no spaces": lambda p: not any(c.isspace() for c in p),
    "no repeats": lambda p: all(a != b or b != c for a, b, c in zip(p, p[1:], p[2:])),
}


def failures(password):
    return [rule for rule, ok in RULES.items() if not ok(password)]


def entropy(password):
    import math
    pool = sum(len(s) for s in (string.ascii_lowercase, string.ascii_uppercase, string.digits, string.punctuation) if set(s) & set(password))
    return round(len(password) * math.log2(pool or 1), 1)


for p in ["hunter2", "Tr0ub4dor&3", "correct horse", "aaaBBB111!", "Ünïcödé9!", ""]:
    f = failures(p)
    print(f"{p!r:<16} {entropy(p):>6} {'ok' if not f else 'fails: ' + ', '.join(f)}")
mask = "".join(c if i % 3 == 0 else "*" for i, c in enumerate("Tr0ub4dor&3"))
print(mask, "secret"[:2].ljust(6, "*"), string.ascii_letters[::13], string.hexdigits.upper()[-6:])
