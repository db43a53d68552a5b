class Dyn:
    def __getattr__(self, n):
        if n.startswith("get_"): return lambda: n[4:]
        raise AttributeError(f"no {n}")
    def __setattr__(self, n, v): print("set", n); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("del", n); object.__delattr__(self, n)
d = Dyn(); print(d.get_x()); d.a = 1; print(d.a); del d.a
try: d.a
except AttributeError as e: print(e)
print(hasattr(d, "zzz"), [n for n in dir(d) if not n.startswith("_")])
class Call:
    def __call__(self, *a, **k): return a, k
    def __contains__(self, x): return x == 3
    def __len__(self): return 7
    def __enter__(self): return "in"
    def __exit__(self, *e): print("exit", e[0].__name__ if e[0] else None); return True
print(Call()(1, b=2), 3 in Call(), len(Call()))
with Call() as c: print(c); raise KeyError
setattr(Call, "new", lambda self: "added"); print(Call().new(), getattr(Call(), "new")())
