def g(a, b=2, *args, c=3, **kw):
    x = 1
    def h(): return a
    del x
    y = [i for i in range(3)]
    return locals()
d=g(1, 5, 6, k=7); d['h']=0; print(d)
def t(name, n): return "{name} is {n}".format(**locals()), sorted(vars())
print(t("Bob", 3))
def ev(x, y): return eval("x + y"), eval("x*y", {}, {"x": 1, "y": 2})
print(ev(2, 3))
def ex():
    v = 1
    exec("v = 2; print(v)")
    return v
print(ex())
def outer():
    q = 5
    def inn():
        w = 1
        return locals(), q
    return inn()
variables, value = outer()
print(sorted(variables.items()), value)
def gen():
    z=1
    yield dict(locals())
    z=2
    yield dict(locals())
print(list(gen()))
class K:
    m = 1
    print(sorted(k for k in locals() if not k.startswith('__')))
f = lambda u, v=2: locals()
print(f(1))
def shadow():
    def locals(): return 7
    return locals()
print(shadow())
try: eval("nope")
except NameError as e: print(e)
