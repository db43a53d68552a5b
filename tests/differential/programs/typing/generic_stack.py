"""Generic classes, protocols and annotations at run time."""
from typing import Any, Callable, ClassVar, Generic, Iterator, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union, get_type_hints, runtime_checkable, Literal

T = TypeVar("T")


class Stack(Generic[T]):
    limit: ClassVar[int] = 3

    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        if len(self._items) >= self.limit:
            raise OverflowError(f"more than {self.limit} items")
        self._items.append(item)
        return self

    def __iter__(self) -> Iterator[T]:
        return reversed(self._items)


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Door:
    def close(self):
        return "closed"


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm1(self):
        return abs(self.x) + abs(self.y)


class Movie(TypedDict, total=False):
    title: str
    year: int


def apply(f: Callable[[int], int], value: Optional[int] = None, mode: Literal["a", "b"] = "a") -> Union[int, str]:
    return f(value) if value is not None else "nothing"


s = Stack[int]().push(1).push(2)
print(list(s), isinstance(Door(), Closable), isinstance(s, Closable))
try:
    s.push(3).push(4)
except OverflowError as e:
    print(e)
print(Point(3), Point(1, -2).norm1(), Point(1)._asdict(), Movie(title="Up", year=2009))
hints = get_type_hints(apply)
print(list(hints), hints["value"], hints["return"])
print(apply(lambda n: n + 1, 4), apply(abs), apply.__annotations__["mode"])
def first(items: list[T], default: T | None = None) -> T | None:
    return items[0] if items else default
print(first([]), first(["z"]), first.__annotations__["default"] is not None, dict[str, list[int]], list[int] | None, Any)
