n, x, s, d = 42, 3.14159, "txt", {"k": 1}
print(f"{n} {n:5d} {n:<5}| {n:^5} {n:+d} {n:05} {n:x} {n:#b} {n:,}", f"{x:.2f} {x:8.3f} {x:e} {x:.0f} {x:g} {x:%} {x:+.1f}", f"{s:>6} {s!r} {s:*^9} {s:.2}")
print(f"{d['k']} {n + 1} {'nested ' + s} {n=} {x=:.1f} {s!s:>5} {{}}", "{0} {1} {0} {k} {d[k]}".format("a", "b", k=3, d=d), "{:>{w}.{p}f}".format(x, w=10, p=3), f"{n:{'>'}{8}}")
print(f"{1234567.891:,.2f} {0.000012345} {1e100} {1e16} {123456789012345678} {-0.0} {1/3} {100.0} {1e-5} {float('inf')} {2.5:.0f} {3.5:.0f}", f"{True} {None} {[1, 'a']} {(1,)} { {1: 2} }")
print("%(a)s-%(b)03d" % {"a": 1, "b": 2}, "%.3s|%c|%e" % ("abcdef", 65, 12345.678), "{!r:>6}".format("a"), format(255, "08b"), format(1.5, ".3f"), str(1.0), repr(0.1 + 0.2), round(2.5), round(-1.567, 2), "{:d}".format(True))
from datetime import date; print(f"{date(2024, 5, 6):%Y/%m/%d}", "{:%H}".format(__import__("datetime").time(5)))
for r in [("apple", 1.5, 10), ("kiwi", 0.25, 200)]: print("|{:<10}|{:>8.2f}|{:^6}|".format(*r))
for bad in ("f'{3:z}'", "'{'.format()", "'{} {}'.format(1)", "'%d' % 'x'", "'{a}'.format()", "format('s', 'd')"):
    try: print(eval(bad))
    except Exception as e: print(type(e).__name__, e)
