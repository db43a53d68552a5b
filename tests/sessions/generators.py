# Half run.
# --- turn
def fibonacci():
    a, b = 0, 1
    while True:
        a, b = b, a + b
        yield a
fib = fibonacci()
[next(fib) for _ in range(5)]
#= [1, 1, 2, 3, 5]
# --- turn
next(fib)
#= 8
# --- turn
def averager():
    total = n = 0
    while True:
        total += yield total / n if n else None
        n += 1
avg = averager()
next(avg)
avg.send(10)
#= 10.0
# --- turn
avg.send(20), [next(fib) for _ in range(3)]
#= (15.0, [13, 21, 34])
# --- turn
def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)
walk = tree(3)
next(walk), next(walk)
#= (1, 2)
# --- turn
avg.close()
list(walk), next(fib)
#= ([1, 3, 1, 2, 1], 55)
