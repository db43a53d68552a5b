# Python in this tab. Ctrl/⌘-Enter runs it.
import sys


def primes(limit):
    sieve = [True] * limit
    for n in range(2, limit):
        if sieve[n]:
            yield n
            for multiple in range(n * n, limit, n):
                sieve[multiple] = False


print(sys.version)
print("primes:", *primes(60))
print(f"2**100 = {2**100}", file=sys.stderr)
