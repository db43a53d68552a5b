"""Signatures as decorators, dispatchers and command lines read them."""
import functools
import inspect


def plain(a, b, c=3):
    pass


def everything(pos, /, both, *rest, key, default=1, **others):
    pass


def keyword_only(*, b, a=2, d, c=4):
    pass


async def coroutine(x: int, *args: str, flag: bool = False) -> list:
    pass


class Point:
    def __init__(self, x, y=0, *extra, **named):
        pass

    @classmethod
    def origin(cls, *dimensions):
        pass

    @staticmethod
    def distance(a, b, *, metric="euclid"):
        pass

    def __call__(self, *args, **kwargs):
        pass


def logged(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    return wrapper


for f in (plain, everything, keyword_only, coroutine, Point, Point.origin, Point(1).origin, Point.distance, Point(1), logged(plain), lambda *a, **k: 0,
          functools.partial(plain, 1)):
    print(inspect.signature(f), [(p.name, p.kind.name) for p in inspect.signature(f).parameters.values()])

sig = inspect.signature(everything)
bound = sig.bind(1, 2, 3, 4, key=5, extra=6)
print(bound.arguments)
bound.apply_defaults()
print(bound.arguments, bound.args, bound.kwargs)
for args, kwargs in (((1,), {}), ((1, 2), {}), ((1, 2), {"key": 1, "pos": 5})):
    try:
        print(sig.bind(*args, **kwargs))
    except TypeError as e:
        print(e)
print(inspect.getfullargspec(everything))
print(everything.__code__.co_varnames, everything.__code__.co_argcount, everything.__code__.co_kwonlyargcount)


def call_with(f, available):
    wanted = inspect.signature(f).parameters
    return {n: available[n] for n in wanted if n in available}


print(call_with(plain, {"a": 1, "c": 2, "z": 3}))
print(inspect.isfunction(plain), inspect.isfunction(len), inspect.isbuiltin(len), inspect.isbuiltin([].append), inspect.ismethod(Point(1).origin), inspect.ismethod("".join))
print([n for n, _ in inspect.getmembers(Point, inspect.isfunction)], [n for n, _ in inspect.getmembers(Point(1), inspect.ismethod)])
