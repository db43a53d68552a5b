from typing import TypeVar, Generic, Optional, Union, List, Dict, Any, Callable, Tuple, Literal, get_origin, get_args, get_type_hints, cast, Protocol, Iterable, runtime_checkable, NamedTuple, TypedDict, NewType, TYPE_CHECKING, overload, NoReturn, ClassVar
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s = Stack[int](); s.push(1); s.push(2); print(s.pop(), Stack.__name__)
print(Optional[int], Union[int, str], List[int], Dict[str, Any], Callable[[int], str], Tuple[int, ...], Literal["a", 1])
print(get_origin(List[int]), get_args(Dict[str, int]), get_type_hints(Stack.push) != {}, cast(int, "x"), T)
class Shape(Protocol):
    def area(self) -> float: ...
class Sq:
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
def total(xs: Iterable[Shape]) -> float: return sum(x.area() for x in xs)
print(total([Sq(1), Sq(2)]))
@runtime_checkable
class Closer(Protocol):
    def close(self): ...
class F:
    def close(self): pass
print(isinstance(F(), Closer), isinstance(3, Closer))
class Emp(NamedTuple):
    name: str
    id: int = 3
    def hi(self): return "hi " + self.name
e = Emp("bo"); print(e, e.hi(), e.id, Emp._fields, e == ("bo", 3))
class Movie(TypedDict, total=False):
    title: str
    year: int
m: Movie = {"title": "x"}; print(m, Movie(title="y"))
UserId = NewType("UserId", int); print(UserId(5) + 1, TYPE_CHECKING)
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
print(f(1), f("a"), NoReturn, ClassVar[int])
