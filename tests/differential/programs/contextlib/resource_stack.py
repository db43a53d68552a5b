"""ExitStack, suppress, redirect_stdout, nullcontext and closing."""
import io
from contextlib import ExitStack, contextmanager, suppress, redirect_stdout, nullcontext, closing, ContextDecorator


class Resource:
    def __init__(self, name, fail=False):
        self.name, self.fail = name, fail

    def __enter__(self):
        if self.fail:
            raise OSError(f"{self.name} is busy")
        print("acquire", self.name)
        return self

    def __exit__(self, kind, value, tb):
        print("release", self.name, kind.__name__ if kind else None)
        return isinstance(value, KeyError)

    def close(self):
        print("close", self.name)


try:
    with ExitStack() as stack:
        for name, fail in (("a", False), ("b", False), ("c", True)):
            stack.enter_context(Resource(name, fail))
except OSError as e:
    print("error:", e)
with ExitStack() as stack:
    stack.callback(print, "last")
    stack.enter_context(Resource("k"))
    raise KeyError("swallowed")
with closing(Resource("door")) as door, suppress(ZeroDivisionError):
    1 / 0
out = io.StringIO()
with redirect_stdout(out):
    print("hidden")
print(repr(out.getvalue()))
with nullcontext(5) as n:
    print(n)


class tagged(ContextDecorator):
    def __init__(self, tag):
        self.tag = tag

    def __enter__(self):
        print(f"<{self.tag}>")

    def __exit__(self, *exc):
        print(f"</{self.tag}>")


@tagged("b")
def hello():
    print("hello")


hello()


@contextmanager
def retitled(error):
    try:
        yield
    except error as e:
        raise RuntimeError("wrapped") from e


try:
    with retitled(ValueError):
        int("x")
except RuntimeError as e:
    print(e, "|", e.__cause__)
