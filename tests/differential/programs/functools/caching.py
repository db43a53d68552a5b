from functools import lru_cache, cache, cached_property
calls = []
@lru_cache(maxsize=None)
def fib(n):
    calls.append(n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(40), len(calls), fib.cache_info())
@lru_cache(maxsize=2)
def sq(x): calls.append(("sq", x)); return x * x
for x in [1, 2, 1, 3, 2]: sq(x)
print(sq.cache_info(), calls[-3:])
sq.cache_clear(); print(sq.cache_info(), sq.__name__)
class Circle:
    def __init__(self, r): self.r = r
    @cached_property
    def area(self): calls.append("area"); return 3 * self.r ** 2
c = Circle(2); print(c.area, c.area, calls.count("area"), "area" in c.__dict__)
@cache
def grid(r, c): return 1 if r == 0 or c == 0 else grid(r - 1, c) + grid(r, c - 1)
print(grid(16, 16))
