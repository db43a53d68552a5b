"""Memoisation, timing hooks and retries as decorators with arguments."""
import functools


def memoize(maxsize=None):
    def wrap(f):
        cache, order = {}, []

        @functools.wraps(f)
        def inner(*args, **kwargs):
            key = (args, tuple(sorted(kwargs.items())))
            if key in cache:
                inner.hits += 1
                return cache[key]
            inner.misses += 1
            cache[key] = value = f(*args, **kwargs)
            order.append(key)
            if maxsize is not None and len(order) > maxsize:
                del cache[order.pop(0)]
            return value

        inner.hits = inner.misses = 0
        inner.clear = lambda: (cache.clear(), order.clear())
        return inner

    return wrap


@memoize()
def fib(n):
    "The nth Fibonacci number."
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@memoize(maxsize=2)
def area(w, *, h=1):
    return w * h


print(fib(90), fib.hits, fib.misses, fib.__name__, fib.__doc__)
print([area(2), area(2, h=3), area(2), area(4), area(2, h=3)], area.hits, area.misses)


def retry(times, on=(Exception,)):
    def wrap(f):
        @functools.wraps(f)
        def inner(*a):
            for attempt in range(1, times + 1):
                try:
                    return f(*a, attempt=attempt)
                except on as e:
                    print(f"attempt {attempt}: {type(e).__name__}: {e}")
            raise RuntimeError(f"{f.__name__} gave up after {times}") from e if False else None

        return inner

    return wrap


@retry(3, on=(ValueError, KeyError))
def flaky(n, attempt):
    if attempt < n:
        raise [ValueError("not yet"), KeyError("k")][attempt % 2]
    return attempt


print(flaky(2))
try:
    flaky(9)
except RuntimeError as e:
    print(e, e.__cause__)


@functools.lru_cache(maxsize=3)
def sq(x):
    return x * x


print([sq(i) for i in (1, 2, 1, 3, 4, 1)], sq.cache_info())
print(functools.reduce(lambda a, b: a * b, range(1, 20)), functools.partial(int, base=2)("1011"))
