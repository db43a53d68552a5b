import contextlib
class Flaky:
    def __init__(self, fails): self.fails = fails
    def call(self):
        if self.fails: self.fails -= 1; raise ConnectionError("down")
        return "ok"
def retry(f, n):
    for i in range(1, n + 1):
        try: return f(), i
        except ConnectionError as e: last = e; print("attempt", i, e)
    raise RuntimeError(f"gave up after {n}") from last
print(retry(Flaky(2).call, 5))
try: retry(Flaky(9).call, 2)
except RuntimeError as e: print(e, "<-", repr(e.__cause__))
class Res:
    def __init__(self, n): self.n = n
    def __enter__(self): print("open", self.n); return self
    def __exit__(self, t, v, tb): print("close", self.n, t and t.__name__); return t is KeyError
with Res("a") as a, Res("b"): raise KeyError("x")
try:
    with Res("c"): raise ValueError
except ValueError: print("outer")
def gen():
    try: yield 1
    finally: print("gen closed")
for x in gen(): break
print(isinstance(ConnectionError(), OSError), issubclass(FileNotFoundError, IOError), issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError), BaseException in Exception.__mro__)
