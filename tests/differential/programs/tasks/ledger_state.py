"""Event sourcing: replay events, snapshots and invariants."""
from dataclasses import dataclass, field
from typing import Iterable


class Rejected(Exception):
    pass


@dataclass(frozen=True)
class Event:
    seq: int
    kind: str
    data: dict = field(hash=False)


@dataclass
class Account:
    owner: str = ""
    balance: int = 0
    closed: bool = False
    seen: int = 0

    def apply(self, event: Event) -> "Account":
        if event.seq != self.seen + 1:
            raise Rejected(f"expected event {self.seen + 1}, got {event.seq}")
        match event:
            case Event(kind="opened", data={"owner": str(owner)}):
                self.owner = owner
            case Event(kind="deposited" | "refunded", data={"amount": int(n)}) if n > 0:
                self.balance += n
            case Event(kind="withdrawn", data={"amount": n, **rest}):
                fee = rest.get("fee", 0)
                if n + fee > self.balance:
                    raise Rejected(f"{self.owner} has {self.balance}, needs {n + fee}")
                self.balance -= n + fee
            case Event(kind="closed", data={}):
                self.closed = True
            case Event(kind=kind):
                raise Rejected(f"cannot apply {kind}")
        self.seen = event.seq
        return self


def replay(events: Iterable[Event]) -> Account:
    account = Account()
    for e in events:
        account.apply(e)
    return account


log = [Event(i, k, d) for i, (k, d) in enumerate([
    ("opened", {"owner": "Ida"}), ("deposited", {"amount": 500}), ("withdrawn", {"amount": 120, "fee": 2}), ("refunded", {"amount": 20})], 1)]
account = replay(log)
print(account, replay(log[:2]).balance)
for event in (Event(5, "withdrawn", {"amount": 1000}), Event(7, "closed", {}), Event(5, "deposited", {"amount": -1}), Event(5, "renamed", {})):
    try:
        account.apply(event)
    except Rejected as e:
        print("rejected:", e)
print(account.apply(Event(5, "closed", {})), account == replay(log + [Event(5, "closed", {})]))
print({Event(1, "a", {}): 1}[Event(1, "a", {})], Event(1, "a", {"x": 1}))
