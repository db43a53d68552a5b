def averager():
    total = n = 0; avg = None
    while True:
        x = yield avg
        if x is None: return n, total
        total += x; n += 1; avg = total / n
g = averager(); next(g); print(g.send(10), g.send(20))
try: g.send(None)
except StopIteration as e: print("returned", e.value)
def outer():
    r = yield from averager(); print("inner gave", r); yield "end"
g = outer(); next(g); g.send(5); print(g.send(None))
def careful():
    try: yield 1; yield 2
    except ValueError as e: print("caught", e); yield "recovered"
    finally: print("cleanup")
g = careful(); print(next(g), g.throw(ValueError("v"))); g.close()
def window(it, n):
    from collections import deque
    d = deque(maxlen=n)
    for x in it:
        d.append(x)
        if len(d) == n: yield tuple(d)
print(list(window(range(5), 3)))
