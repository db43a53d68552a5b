class Typed:
    def __init__(self, t): self.t = t
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, o, cls=None): return self if o is None else getattr(o, self.name, None)
    def __set__(self, o, v):
        if not isinstance(v, self.t): raise TypeError(f"{self.name[1:]} wants {self.t.__name__}, got {type(v).__name__}")
        setattr(o, self.name, v)
class P:
    name = Typed(str); age = Typed(int)
    def __init__(self, n, a): self.name, self.age = n, a
p = P("bo", 3); print(p.name, p.age, p.__dict__)
try: p.age = "x"
except TypeError as e: print(e)
class Base:
    registry = {}
    def __init_subclass__(cls, key=None, **kw): super().__init_subclass__(**kw); Base.registry[key or cls.__name__] = cls
class X(Base, key="ex"): pass
class Y(Base): pass
print({k: v.__name__ for k, v in Base.registry.items()})
class Meta(type):
    def __new__(m, n, b, d): d["tag"] = n.lower(); return super().__new__(m, n, b, d)
    def __call__(cls, *a): print("making", cls.__name__); return super().__call__(*a)
class Z(metaclass=Meta):
    def __init__(self, v): self.v = v
print(Z(3).v, Z.tag, type(Z).__name__)
