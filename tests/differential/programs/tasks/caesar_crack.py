"""Break Caesar and Vigenère ciphers by letter frequencies."""
from collections import Counter
from itertools import cycle
import string

FREQ = dict(zip(string.ascii_lowercase, [8.2, 1.5, 2.8, 4.3, 12.7, 2.2, 2.0, 6.1, 7.0, 0.15, 0.77, 4.0, 2.4, 6.7, 7.5, 1.9, 0.095, 6.0, 6.3, 9.1, 2.8, 0.98, 2.4, 0.15, 2.0, 0.074]))


def shift(text, n):
    lower, upper = string.ascii_lowercase, string.ascii_uppercase
    table = str.maketrans(lower + upper, lower[n % 26:] + lower[:n % 26] + upper[n % 26:] + upper[:n % 26])
    return text.translate(table)


def distance(text):
    letters = [c for c in text.lower() if c in FREQ]
    counts = Counter(letters)
    return sum((counts[c] / len(letters) * 100 - f) ** 2 / f for c, f in FREQ.items())


def crack(text):
    return min(range(26), key=lambda n: distance(shift(text, -n)))


def vigenere(text, key, sign=1):
    keys = cycle(ord(k) - 97 for k in key)
    return "".join(shift(c, sign * next(keys)) if c.isalpha() else c for c in text)


PLAIN = "It was a bright cold day in April, and the clocks were striking thirteen; the wind was vile and the hallway smelt of boiled cabbage."
for n in (3, 13, 25):
    secret = shift(PLAIN, n)
    found = crack(secret)
    print(n, secret[:32], found, shift(secret, -found) == PLAIN)
secret = vigenere(PLAIN, "key")
letters = [c.lower() for c in secret if c.isalpha()]
key = "".join(chr(97 + crack("".join(letters[i::3]))) for i in range(3))
print(secret[:40], key, vigenere(secret, key, -1)[:24])
print(f"{distance(PLAIN):.2f} {distance(secret):.2f}", Counter(letters).most_common(3))
