# Works for as long as its fuel lasts, and asks how much is left.
import hognose

left = hognose.budget()
for name in left:
    print(f"{name:<16}{left[name]}")


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


best = (0, 0)
n = 1
while hognose.budget()["fuel"] > 10_000_000:
    best = max(best, (collatz(n), n))
    n += 1
print(f"of the first {n - 1} numbers, {best[1]} takes longest: {best[0]} steps")
