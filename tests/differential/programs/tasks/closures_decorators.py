def counter():
    n = 0
    def inc(by=1): nonlocal n; n += by; return n
    return inc
c = counter(); c(); print(c(5), counter()())
def repeat(n):
    def deco(f):
        def inner(*a, **k): return [f(*a, **k) for _ in range(n)]
        return inner
    return deco
@repeat(3)
def hi(x, end="!"): return x + end
print(hi("yo"), hi("a", end="?"))
fs = [lambda i=i: i * 10 for i in range(3)]; late = [lambda: i for i in range(3)]; print([f() for f in fs], [f() for f in late])
def memo(f):
    seen = {}
    def g(*a):
        if a not in seen: seen[a] = f(*a)
        return seen[a]
    g.seen = seen; return g
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), len(fib.seen)); compose = lambda *f: lambda x: [x := g(x) for g in f][-1]; print(compose(abs, str, len)(-123))
def va(a, b=2, *args, k=1, **kw): return a, b, args, k, kw
print(va(1), va(1, 3, 4, 5, k=6, z=7), va(*[1, 2], **{"k": 3}), (lambda *a: a)(*"ab"))
try: va()
except TypeError as e: print(e)
try: va(1, a=2)
except TypeError as e: print(e)
