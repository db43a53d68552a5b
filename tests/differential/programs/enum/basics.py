from enum import Enum, auto, IntEnum, unique
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    def describe(self): return f"{self.name.lower()}={self.value}"
    @classmethod
    def favourite(cls): return cls.BLUE
print(Color.RED, repr(Color.GREEN), Color(3), Color["RED"], list(Color), len(Color))
print(Color.RED.describe(), Color.favourite(), Color.RED is Color(1), Color.RED == 1, Color.RED in Color, isinstance(Color.RED, Color))
try:
    Color(7)
except ValueError as e:
    print(e)
try:
    Color["PINK"]
except KeyError as e:
    print("KeyError", e)
try:
    Color.RED = 5
except AttributeError as e:
    print(e)
class Level(IntEnum):
    LOW = auto(); MID = auto(); HIGH = 10
print(Level.MID + 1, Level.LOW < Level.HIGH, sorted([Level.HIGH, Level.LOW]), Level(10), f"{Level.MID}", Level.HIGH.value, {Level.LOW: "x"}[1])
try:
    @unique
    class D(Enum):
        a = 1; b = 1
except ValueError as e:
    print(e)
print({c: c.value for c in Color}, [c.name for c in Color], Color.__members__["RED"])
match Color(2):
    case Color.GREEN: print("green!")
    case _: print("other")
