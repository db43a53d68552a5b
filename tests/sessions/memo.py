# Caches and recursion.
# --- turn
from functools import lru_cache
@lru_cache(maxsize=None)
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)
ways(30)
#= 1346269
# --- turn
ways(80)
#= 37889062373143906
# --- turn
memo = {}
def collatz(n):
    if n == 1:
        return 0
    if n not in memo:
        memo[n] = 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
    return memo[n]
max(range(1, 300), key=collatz)
#= 231
# --- turn
len(memo), collatz(27)
#= (608, 111)
# --- turn
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)
deep(500)
#= 500
# --- turn
from functools import partial, reduce
half = partial(lambda a, b: a / b, b=2)
reduce(lambda a, n: a + half(n), range(5), 0)
#= 5.0
