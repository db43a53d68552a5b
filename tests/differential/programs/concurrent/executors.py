import concurrent.futures as cf
from concurrent.futures import *

def sq(x): return x * x
def bad(x): raise ValueError("bad %d" % x)
with ThreadPoolExecutor(max_workers=3) as ex:
    print(list(ex.map(sq, range(5))))
    fs = {ex.submit(sq, i): i for i in range(4)}
    print(sorted((fs[f], f.result()) for f in as_completed(fs)))
    f = ex.submit(bad, 3)
    try: f.result()
    except ValueError as x: print(x, f.exception(), f.done(), f.cancelled())
    d, nd = cf.wait([ex.submit(sq, 2), ex.submit(sq, 3)]); print(len(d), len(nd))
    f = ex.submit(pow, 2, 5); f.add_done_callback(lambda f: print("cb", f.result()))
try: ex.submit(sq, 1)
except RuntimeError as x: print(x)
with ProcessPoolExecutor() as ex: print(list(ex.map(pow, [2, 3], [5, 2])))
