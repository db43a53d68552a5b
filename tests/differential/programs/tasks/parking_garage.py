"""Interval pricing with classes, exceptions and a running log."""
from abc import ABC, abstractmethod
from datetime import datetime, timedelta
from math import ceil


class GarageError(Exception):
    """Base of all errors here."""


class Full(GarageError):
    def __init__(self, kind):
        self.kind = kind
        super().__init__(f"no space for a {kind}")


class UnknownTicket(GarageError, KeyError):
    def __str__(self):
        return f"unknown ticket {self.args[0]}"


class Tariff(ABC):
    @abstractmethod
    def price(self, stay: timedelta) -> int: ...


class PerHour(Tariff):
    def __init__(self, cents, cap):
        self.cents, self.cap = cents, cap

    def price(self, stay):
        days, rest = divmod(stay, timedelta(days=1))
        return days * self.cap + min(self.cap, ceil(rest / timedelta(hours=1)) * self.cents)


class Free(Tariff):
    def price(self, stay):
        return 0


class Garage:
    def __init__(self, spaces, tariffs):
        self.spaces, self.tariffs, self.inside, self.next = dict(spaces), tariffs, {}, 1

    def enter(self, kind, at):
        if not self.spaces.get(kind):
            raise Full(kind)
        self.spaces[kind] -= 1
        ticket, self.next = self.next, self.next + 1
        self.inside[ticket] = kind, at
        return ticket

    def leave(self, ticket, at):
        try:
            kind, since = self.inside.pop(ticket)
        except KeyError:
            raise UnknownTicket(ticket) from None
        self.spaces[kind] += 1
        return self.tariffs[kind].price(at - since)


start = datetime(2024, 7, 1, 8)
garage = Garage({"car": 2, "bike": 1}, {"car": PerHour(250, 1500), "bike": Free()})
script = [("enter", "car", 0), ("enter", "car", 5), ("enter", "car", 10), ("enter", "bike", 11), ("leave", 1, 61), ("leave", 1, 62),
          ("enter", "car", 90), ("leave", 2, 60 * 49 + 5), ("leave", 3, 3000), ("enter", "truck", 3001), ("leave", 4, 90)]
for action, what, minutes in script:
    try:
        print(f"{action} {what}:", getattr(garage, action)(what, start + timedelta(minutes=minutes)))
    except GarageError as e:
        print(f"{action} {what}: {type(e).__name__}: {e}")
print(garage.spaces, garage.inside)
try:
    Tariff()
except TypeError as e:
    print(e)
print(issubclass(UnknownTicket, LookupError), UnknownTicket.__mro__[1].__doc__)
