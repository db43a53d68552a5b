"""Type parameters of functions and classes, and type aliases: def f[T], class A[T], type X = ..."""
import asyncio
from dataclasses import dataclass
from typing import Protocol


class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()

    def map[U](self, f: "Callable[[T], U]") -> "Stack[U]":
        out = Stack[U]()
        for i in self.items:
            out.push(f(i))
        return out


s = Stack[int]()
s.push(1)
s.push(2)
print(s.map(str).items, s.pop(), Stack.__type_params__, Stack.__name__, Stack.map.__qualname__, Stack.map.__type_params__)
print(Stack[int], Stack.__orig_bases__)


def first[T](items: list[T], default: T | None = None) -> T | None:
    return items[0] if items else default


print(first([3, 4]), first([]), first.__annotations__, first.__type_params__[0].__bound__)

type Json = dict[str, Json] | list[Json] | str | int | None
type Pair[A, B] = tuple[A, B]
print(Json, Json.__name__, Json.__value__, Pair[int, str], Pair.__type_params__, Pair.__value__)


def convert[T: (int, str), U: float](x: T, y: U) -> T:
    return x


print(convert.__type_params__[0].__constraints__, convert.__type_params__[1].__bound__, convert(1, 2.0))


class Base:
    def hello(self):
        return "hi"


class Child[K, V](Base, dict):
    def get2(self, k: K) -> V:
        return super().hello()


print(Child().get2(1), [b.__name__ for b in Child.__bases__])


@dataclass
class Node[T]:
    value: T
    next: "Node[T] | None" = None


print(Node(1, Node(2)))


class Outer:
    X = int

    def f[T](self, a: X, b: T) -> X:
        return a


print(Outer.f.__annotations__)


class Measured[T](Protocol):
    def size(self) -> T: ...


async def wait[T](x: T) -> T:
    return x


def deco(f):
    return f


@deco
def wrapped[**P, R](*args: P.args, **kwargs: P.kwargs) -> R:
    return len(args)


def later[T: Later](x: T) -> T:
    return x


class Later:
    pass


def variadic[*Ts](*args: *Ts) -> tuple[*Ts]:
    return args


print(Measured.__name__, asyncio.run(wait(3)), wrapped.__type_params__, wrapped(1, 2), later.__type_params__[0].__bound__.__name__, variadic(1, 2))
type = 5
print(type)
