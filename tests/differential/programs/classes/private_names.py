class Account:
    __count = 0
    __slots__ = ("__balance", "owner")
    def __init__(self, owner, balance):
        self.owner = owner; self.__balance = balance; Account.__count += 1
    def __secret(self, __x=3): return self.__balance * __x
    def total(self): return self.__secret()
    @property
    def balance(self): return self.__balance
    @classmethod
    def count(cls): return cls.__count
    class __Inner:
        def __who(self): return type(self).__name__, type(self).__qualname__
        def who(self): return self.__who()
    def inner(self): return self.__Inner().who()
a = Account("x", 5)
print(a.total(), a.balance, Account.count(), a.inner())
try:
    a.__balance
except AttributeError as e: print(e)
print(a._Account__balance, a._Account__secret())
print([n for n in dir(a) if 'Account' in n])
class Base:
    def __init__(self): self.__v = 1
    def base(self): return self.__v
class _Sub(Base):
    def __init__(self):
        super().__init__(); self.__v = 2
    def sub(self): return self.__v
s=_Sub(); print(s.base(), s.sub(), vars(s))
print(Account._Account__secret.__name__, Account._Account__secret.__qualname__)
class P:
    def f(self):
        global __g
        __g = 5
        def inner(__q): return [__q for __w in range(2)]
        return inner(1), f"{self.__class__.__name__} {__g}"
print(P().f(), _P__g)
class __X:
    __y = 3
print([k for k in vars(__X) if 'y' in k])
class Q:
    import math as __m
    def r(self): return self.__m.pi
    def __len__(self): return 4
    __len = __len__
print(Q().r(), len(Q()), Q()._Q__len())
