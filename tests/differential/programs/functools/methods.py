import functools
class Cell:
    def __init__(self): self.alive = False
    def set_state(self, state, *, log=None): self.alive = state; return (state, log)
    set_alive = functools.partialmethod(set_state, True)
    set_dead = functools.partialmethod(set_state, False, log="x")
    @functools.singledispatchmethod
    def show(self, arg): return "default %r" % (arg,)
    @show.register
    def _(self, arg: int): return "int %d" % arg
    @show.register(list)
    def _(self, arg): return "list %d" % len(arg)
    @functools.singledispatchmethod
    @classmethod
    def make(cls, arg): return cls.__name__, "any"
    @make.register
    @classmethod
    def _(cls, arg: str): return cls.__name__, "str"
    @functools.cached_property
    def slow(self): print("computed"); return 42
c = Cell()
print(c.set_alive(), c.alive, c.set_dead(), c.alive, Cell.set_alive(c, log=1))
print(c.show(3), c.show([1]), c.show("s"), c.show(True), Cell.make("x"), Cell.make(3))
print(c.slow, c.slow, c.__dict__["slow"])
@functools.singledispatch
def f(x): return "object"
@f.register(int | float)
def _(x): return "number"
@f.register
def _(x: None): return "none"
print(f(1), f(1.5), f(None), f("s"), f.dispatch(bool) is f.dispatch(int))
for g in (lambda: f.register(5), lambda: f.register(list[int]), lambda: functools.partial(5), lambda: functools.partialmethod(5)):
    try: g(); print("registered")
    except TypeError as e: print("TypeError", str(e).split(".")[0][:60])
@functools.total_ordering
class N(int):
    pass
print(N(1) <= N(2))
class P(functools.partial): pass
print(repr(functools.partial(int, base=2)), repr(P(int, 5)), functools.partial(int, base=2)("101"))
def w(self, func): return self, func
print(functools.partial(w, self=1)(func=2))
