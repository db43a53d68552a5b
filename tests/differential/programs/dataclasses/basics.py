from dataclasses import dataclass, field, asdict, astuple, replace, fields
@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list = field(default_factory=list)
    def total(self, n): return self.price * n
a = Item("pen", 2.5); b = Item("pen", 2.5)
print(a, a == b, a.total(3), a is b, Item("x").tags is Item("y").tags)
a.tags.append("new"); print(asdict(a), astuple(b), replace(b, name="cap"), [f.name for f in fields(Item)])
@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = 0
print(V(1, 2) < V(1, 3), sorted([V(2), V(1, 9)]), hash(V(1)) == hash(V(1)), {V(1): "one"}[V(1)])
try:
    V(1).major = 2
except Exception as e:
    print(type(e).__name__, e)
try:
    Item()
except TypeError as e:
    print(e)
@dataclass
class Sub(Item):
    stock: int = 0
    def __post_init__(self): self.value = self.stock * self.price
s = Sub("ink", 3.0, stock=4); print(s, s.value)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e:
    print(e)
