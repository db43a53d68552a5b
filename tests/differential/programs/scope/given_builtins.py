ns = {}
exec("def sq(x): return x*x\nr = sq(4)", ns)
print(list(ns), ns['r'])
for code in ["print(1)", "abs(-1)", "__import__('os')", "open('x')", "2 + x"]:
    try: print(code, eval(code, {"__builtins__": {}}, {"x": 3}))
    except Exception as e: print(code, type(e).__name__, e)
try: exec("import os", {"__builtins__": {}})
except Exception as e: print(type(e).__name__, e)
try: exec("class A: pass", {"__builtins__": {}})
except Exception as e: print(type(e).__name__, e)
print(eval("sorted([3,1]) + f(1)", {"__builtins__": {"sorted": sorted}, "f": lambda n: [n, len("abc")]}))
exec("print(len('abc'))", {"__builtins__": __builtins__})
g = {"__builtins__": {"len": len}}
exec("def f(v): return len(v)", g)
print(g["f"]("four"), sorted(g))
def use():
    total = 10
    exec("total = 20; print(total)")
    return total, eval("total + 1"), [eval("1+1") for _ in "ab"]
print(use())
