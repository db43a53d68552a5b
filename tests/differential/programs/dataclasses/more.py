from dataclasses import dataclass, field, InitVar, asdict, is_dataclass, KW_ONLY, make_dataclass
from typing import ClassVar, Optional, List
@dataclass
class Node:
    value: int
    children: List["Node"] = field(default_factory=list)
    parent: Optional["Node"] = field(default=None, repr=False, compare=False)
    count: ClassVar[int] = 0
    def add(self, v):
        n = Node(v, parent=self); self.children.append(n); return n
r = Node(1); r.add(2).add(3); r.add(4)
print(r, is_dataclass(r), is_dataclass(Node), is_dataclass(3))
def walk(n, d=0):
    print("  " * d + str(n.value))
    for c in n.children: walk(c, d + 1)
walk(r)
@dataclass
class C:
    base: InitVar[int]
    x: int = field(init=False)
    _: KW_ONLY
    k: str = "k"
    def __post_init__(self, base): self.x = base * 2
print(C(4), C(1, k="z"))
P = make_dataclass("P", [("a", int), ("b", str, "d")]); print(P(1), asdict(P(2, "e")))
@dataclass(slots=True)
class Sl:
    a: int = 1
s = Sl()
try:
    s.b = 2
except AttributeError as e:
    print("AttributeError")
@dataclass(eq=False)
class NoEq:
    a: int
print(NoEq(1) == NoEq(1), Node(1).__match_args__)
match Node(5):
    case Node(value=5): print("five")
