"""Flags as permissions; an enum with data and methods."""
from enum import Enum, Flag, IntEnum, StrEnum, auto, unique


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    EXEC = auto()
    ALL = READ | WRITE | EXEC


class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / self.radius ** 2


class Level(IntEnum):
    LOW = 10
    HIGH = 20


class Color(StrEnum):
    RED = auto()
    DARK_BLUE = "navy"


p = Perm.READ | Perm.EXEC
print(p, repr(p), Perm.WRITE in p, bool(p & Perm.WRITE), ~Perm.READ, Perm(0), Perm.ALL)
print([m.name for m in Perm.ALL], len(p), p.value)
for planet in Planet:
    print(planet.name, f"{planet.gravity:.2f}", planet)
print(Level.HIGH > Level.LOW, Level.LOW + 1, Level(20), sorted(Level, reverse=True), f"{Level.HIGH}", f"{Level.LOW:>5}")
print(Color.RED, Color("navy").name, Color.RED == "red", repr(Color.DARK_BLUE), "-".join(Color))
for attempt in (lambda: Color("green"), lambda: Planet["VENUS"], lambda: setattr(Planet, "EARTH", 1)):
    try:
        attempt()
    except (ValueError, KeyError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    @unique
    class Bad(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
print(Planet.__members__.keys(), isinstance(Level.LOW, int), Level.LOW is Level(10))
