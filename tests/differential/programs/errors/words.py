"""The words of errors."""
import math
import sys


def said(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


class Entered:
    def __enter__(self):
        pass


def statements():
    yield "a, b = 5"
    yield "a, *b = None"
    yield "'x' in 3"
    yield "1 in 1"
    yield "''.join(5)"
    yield "with 3: pass"
    yield "with Entered(): pass"
    yield "math.nothing"
    yield "math.nothing()"
    yield "[1 for a, b in [3]]"
    yield "del nothing"
    yield "exec(1)"
    yield "eval(1)"
    for call in ("len()", "len(1, 2)", "[].append()", "[].append(1, 2)", "{}.clear(1)", "[].insert(1)", "isinstance(1)", "getattr(1)", "getattr(1, 2, 3, 4)",
                 "len(x=1)", "[].append(x=1)", "'a'.upper(1)", "hasattr(1)", "[].pop(1, 2)", "{}.get()", "divmod(1)", "{}.pop()", "set().add()", "next()", "iter()",
                 "setattr(1, 2)", "[].index()", "(1,).count()"):
        yield call


for statement in statements():
    said(lambda: exec(statement))
said(lambda: exec("import asyncio\nasync def f():\n    async with 3: pass\nasyncio.run(f())"))
said(lambda: exec("import asyncio\nasync def f():\n    async for x in [1]: pass\nasyncio.run(f())"))
with open("shop.py", "w") as f:
    f.write("__all__ = ['price', '_tax']\nprice = 1\n_tax = 2\nhidden = 3\n")
sys.path.insert(0, "")
import shop

said(lambda: shop.zz)
try:
    from shop import nothing
except ImportError as e:
    print(str(e).split(" (")[0])
try:
    from os import nothing
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
from shop import *

print(price, _tax, "hidden" in globals())
for text in ("1 +", "x = 1\ny = = 2\n", "return 1", "def f(:\n pass"):
    try:
        exec(text)
    except SyntaxError as e:
        print(e, e.msg, e.lineno, e.filename)
try:
    raise SyntaxError("mine")
except SyntaxError as e:
    print(e, e.lineno)
