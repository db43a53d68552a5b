def hanoi(n, a="A", b="B", c="C"):
    if n == 0: return []
    return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(len(hanoi(5)), hanoi(2))
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
def collatz(n): return [n] if n == 1 else [n] + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
print(collatz(6), len(collatz(27)))
def pascal(n): return [1] if n == 0 else [a + b for a, b in zip([0] + pascal(n - 1), pascal(n - 1) + [0])]
for i in range(5): print(str(pascal(i)).center(20))
def depth(x): return 1 + max(map(depth, x), default=0) if isinstance(x, list) else 0
print(depth([1, [2, [3]], []]))
def gcd(a, b): return a if b == 0 else gcd(b, a % b)
print(gcd(1071, 462))
def boom(n): return boom(n + 1)
try: boom(0)
except RecursionError as e: print(type(e).__name__)
