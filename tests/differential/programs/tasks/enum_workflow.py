"""An order workflow with enums, flags and transitions."""
from enum import Enum, IntEnum, Flag, auto, unique


@unique
class State(Enum):
    NEW = "new"
    PAID = "paid"
    SHIPPED = "shipped"
    CLOSED = "closed"

    @property
    def terminal(self):
        return self is State.CLOSED

    @classmethod
    def parse(cls, text):
        return cls[text.upper()] if text.upper() in cls.__members__ else cls(text)


NEXT = {State.NEW: {State.PAID, State.CLOSED}, State.PAID: {State.SHIPPED}, State.SHIPPED: {State.CLOSED}}


class Priority(IntEnum):
    LOW = 1
    HIGH = 10


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    ADMIN = READ | WRITE


class Order:
    def __init__(self):
        self.state, self.log = State.NEW, []

    def move(self, to):
        if to not in NEXT.get(self.state, ()):
            raise ValueError(f"{self.state.name} -> {to.name} not allowed")
        self.log.append((self.state.value, to.value))
        self.state = to


o = Order()
for step in ["paid", "NEW", "shipped", "closed", "paid", "lost"]:
    try:
        o.move(State.parse(step))
    except ValueError as e:
        print("!", e)
print(o.log, o.state, repr(o.state), o.state.terminal)
print(list(State), State("paid") is State.PAID, State.PAID in NEXT, len(State))
print(Priority.HIGH > Priority.LOW, Priority.HIGH + 1, sorted([Priority.HIGH, Priority.LOW]), Priority(10).name)
print(Perm.READ in Perm.ADMIN, Perm.ADMIN & ~Perm.READ, bool(Perm.READ & Perm.WRITE), Perm.READ | Perm.WRITE is Perm.ADMIN)
print({s.name: s.value for s in State}, hash(State.NEW) == hash(State.NEW), f"{State.NEW.value:>6}", State.NEW.name.title())
