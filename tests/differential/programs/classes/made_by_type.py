# type(name, bases, members) makes a class of the bases' metaclass; iterators can be subclassed.
from abc import ABC, ABCMeta, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @abstractmethod
    def name(self): ...
Square = type("Square", (Shape,), {"area": lambda self: 4, "name": lambda self: "sq"})
print(type(Square) is ABCMeta, Square().area(), issubclass(Square, Shape))
Half = type("Half", (Shape,), {"area": lambda self: 4})
for C in (Shape, Half):
    try: C()
    except TypeError as e: print(e)
class Meta(type):
    def __new__(m, name, bases, ns, **kw): ns["made"] = name.lower(); return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **kw): c.began = True
class Base(metaclass=Meta): pass
D = type("Derived", (Base,), {}); print(type(D).__name__, D.made, D.began)
class Doubled(map):
    def __init__(self, f, it, *, tag=None): self.tag = tag
m = Doubled(lambda x: 2 * x, [1, 2], tag="t"); print(list(m), m.tag)
class Even(filter):
    def __init__(self, *args): self.seen = 0
print(list(Even(lambda x: x % 2 == 0, range(5))))
class Pairs(zip):
    def __new__(cls, *args): return super().__new__(cls, *args)
print(list(Pairs("ab", "cd")))
class Meta2(ABCMeta): pass
class X(metaclass=Meta2):
    @abstractmethod
    def f(self): ...
try: X()
except TypeError as e: print(e)
class Y(X):
    def f(self): return 1
print(Y().f())
class H:
    def __eq__(self, other): return True
    __hash__ = object.__hash__
    __str__ = object.__repr__
print(hash(H()) != 0, str(H()).startswith("<__main__.H object at"), {H(): 1} is not None)
