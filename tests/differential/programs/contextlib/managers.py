from contextlib import contextmanager, suppress, closing, ExitStack, redirect_stdout, nullcontext
import io
@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("caught", e)
    finally:
        print(f"</{name}>")
with tag("a") as t:
    print(t)
with tag("b"):
    raise ValueError("oops")
try:
    with tag("c"): raise KeyError("k")
except KeyError as e:
    print("outer", e)
with suppress(ZeroDivisionError): 1 / 0
with ExitStack() as st:
    for n in "xy": st.enter_context(tag(n))
    st.callback(print, "callback")
buf = io.StringIO()
with redirect_stdout(buf): print("hidden")
print(repr(buf.getvalue()))
class R:
    def close(self): print("closed")
with closing(R()) as r: pass
with nullcontext(5) as v: print(v)
@tag("deco")
def f(): print("in f")
f()
