"""Context managers: classes, generators, ExitStack, suppress."""
from contextlib import contextmanager, ExitStack, suppress, redirect_stdout, closing, nullcontext
import io


class Indent:
    depth = 0

    def __enter__(self):
        Indent.depth += 1
        return self

    def __exit__(self, kind, value, tb):
        Indent.depth -= 1
        return False

    def say(self, text):
        print("  " * (Indent.depth - 1) + text)


with Indent() as i:
    i.say("one")
    with Indent() as j:
        j.say("two")
    i.say("three")


@contextmanager
def transaction(db):
    snapshot = dict(db)
    try:
        yield db
    except Exception as e:
        db.clear()
        db.update(snapshot)
        print("rolled back:", repr(e))
    else:
        print("committed", len(db))
    finally:
        print("closed")


db = {"a": 1}
with transaction(db) as d:
    d["b"] = 2
with transaction(db) as d:
    d["c"] = 3
    d["x"] += 1
print(db)
with ExitStack() as stack:
    for n in range(3):
        stack.callback(print, "cleanup", n)
    stack.enter_context(suppress(ZeroDivisionError))
    1 / 0
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("captured")
    print(*range(3), sep="-")
print(repr(buffer.getvalue()))
with closing(io.StringIO("abc")) as f, nullcontext(5) as n:
    print(f.read(), n, f.closed)
print(f.closed)
