"""singledispatch, total_ordering, reduce, cmp_to_key, cached_property."""
from functools import singledispatch, total_ordering, reduce, cmp_to_key, cached_property, lru_cache, partial, wraps


@singledispatch
def show(value):
    return f"<{type(value).__name__}>"


@show.register
def _(value: int):
    return f"int {value:,}"


@show.register(list)
@show.register(tuple)
def _(value):
    return "[" + "; ".join(map(show, value)) + "]"


@show.register(dict)
def _(value):
    return ", ".join(f"{k}={show(v)}" for k, v in value.items())


print(show(1234567), show([1, (2, 3.5)]), show({"a": [1], "b": None}), show(True))


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))

    @cached_property
    def major(self):
        print("computing")
        return self.parts[0]


versions = [Version(v) for v in "1.10 1.2 2.0 1.2.1".split()]
print(sorted(versions), max(versions), versions[0] >= versions[1], versions[2].major, versions[2].major)
print(sorted(["b", "A", "c"], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
print(reduce(lambda a, d: a * 10 + d, [1, 2, 3]), reduce(max, [3, 9, 2], 5))


@lru_cache(maxsize=2)
def square(n):
    return n * n


for n in (1, 2, 1, 3, 2):
    square(n)
print(square.cache_info(), square.__name__, square.__wrapped__(5))
hexed = partial(int, base=16)
print(hexed("ff"), hexed.keywords, hexed.func is int)
