def parse(s):
    toks = s.replace("(", " ( ").replace(")", " ) ").split()
    def read():
        t = toks.pop(0)
        if t == "(":
            out = []
            while toks[0] != ")": out.append(read())
            toks.pop(0); return out
        try: return int(t)
        except ValueError: return t
    return read()
import operator as op, math
env = {"+": lambda *a: sum(a), "*": lambda *a: math.prod(a), "-": op.sub, "<": op.lt, "=": op.eq, "list": lambda *a: list(a)}
def ev(x, e):
    if isinstance(x, str): return e[x]
    if not isinstance(x, list): return x
    match x:
        case ["if", c, a, b]: return ev(a if ev(c, e) else b, e)
        case ["define", n, v]: e[n] = ev(v, e)
        case ["lambda", ps, body]: return lambda *a: ev(body, {**e, **dict(zip(ps, a))})
        case [f, *args]: return ev(f, e)(*[ev(a, e) for a in args])
for s in ["(define sq (lambda (x) (* x x)))", "(sq 7)", "(if (< 1 2) (list 1 2 (+ 1 2)) 0)", "(define f (lambda (n) (if (< n 2) 1 (* n (f (- n 1))))))", "(f 10)"]:
    try: print(s, "=>", r if not callable(r := ev(parse(s), env)) else "fn")
    except KeyError as e: print(s, "unbound", e)
