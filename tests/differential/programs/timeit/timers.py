import timeit
n = 0
def f():
    global n
    n += 1
t = timeit.timeit(f, number=10)
print(n, 0 <= t < 5, len(timeit.repeat("x + 1", "x = 1", repeat=3, number=5)), timeit.timeit("f()", globals=globals(), number=4) >= 0, n)
print(timeit.Timer("sum(range(10))").timeit(10) >= 0, timeit.default_timer() > 0)
