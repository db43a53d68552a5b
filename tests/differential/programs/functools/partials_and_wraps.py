from functools import partial, reduce, wraps, total_ordering, cmp_to_key, singledispatch
def power(b, e=2): "raise b"; return b ** e
cube = partial(power, e=3)
print(cube(2), partial(int, base=2)("1010"), cube.keywords, reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 0))
def loud(f):
    @wraps(f)
    def inner(*a, **k):
        print("calling", f.__name__); return f(*a, **k)
    return inner
@loud
def hello(name): "says hello"; return "hi " + name
print(hello("bo"), hello.__name__, hello.__doc__, hello.__wrapped__("x"))
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), max([V(1), V(3)], key=lambda v: v.n).n)
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda x, y: len(y) - len(x))))
@singledispatch
def show(x): return "obj"
@show.register
def _(x: int): return "int %d" % x
@show.register(list)
def _(x): return "list of %d" % len(x)
print(show(3), show([1]), show("s"), show(True))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
