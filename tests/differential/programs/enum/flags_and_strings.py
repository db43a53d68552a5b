from enum import Flag, IntFlag, StrEnum, Enum, auto
class Perm(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
p = Perm.R | Perm.X
print(p, repr(p), Perm.R in p, Perm.W in p, Perm.RW, list(Perm.RW), bool(Perm(0)), ~Perm.R, Perm.R ^ Perm.RW, Perm(3), p & Perm.X)
class Bits(IntFlag):
    A = 1; B = 2
print(Bits.A | Bits.B, repr(Bits.A | Bits.B), Bits.A + 2, Bits(3) == 3, Bits.A | 4)
class S(StrEnum):
    RED = auto(); BIG_BLUE = auto(); X = "ex"
print(S.RED, S.BIG_BLUE == "big_blue", S("ex"), repr(S.X), S.X.upper(), f"{S.RED:>6}|", ",".join([S.RED, S.X]))
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def g(self): return round(6.674e-11 * self.mass / self.radius ** 2, 2)
print([(p.name, p.g) for p in Planet], Planet.MARS.value)
Animal = Enum("Animal", "CAT DOG"); print(list(Animal), Animal.DOG.value)
class Op(str, Enum):
    ADD = "+"; SUB = "-"
print(Op.ADD == "+", Op("-").name, Op.ADD.value, Op.SUB)
