"""Sort support tickets by urgency and print a digest."""
from dataclasses import dataclass
from datetime import datetime, timedelta

NOW = datetime(2024, 3, 15, 9, 30)
RAW = [
    ("T-1", "2024-03-15T08:55", "billing", "Charged twice!!"),
    ("T-2", "2024-03-12T10:00", "login", "cannot sign in"),
    ("T-3", "2024-03-14T23:59", "outage", "SITE IS DOWN"),
    ("T-4", "2024-03-15T09:29", "question", "how do I export?"),
]
WEIGHT = {"outage": 100, "billing": 40, "login": 30}


@dataclass
class Ticket:
    id: str
    opened: datetime
    kind: str
    text: str

    @property
    def age(self) -> timedelta:
        return NOW - self.opened

    @property
    def score(self) -> float:
        shouting = 10 if self.text.isupper() or self.text.endswith("!!") else 0
        return WEIGHT.get(self.kind, 5) + shouting + self.age / timedelta(hours=1)


def human(delta):
    minutes = int(delta.total_seconds()) // 60
    if minutes < 60:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02d}" if hours < 24 else f"{hours // 24} d {hours % 24} h"


tickets = [Ticket(i, datetime.fromisoformat(t), k, x) for i, t, k, x in RAW]
for n, t in enumerate(sorted(tickets, key=lambda t: t.score, reverse=True), 1):
    print(f"{n}. {t.id:<5} {t.score:>7.2f} {human(t.age):>9}  {t.text.capitalize()}")
oldest = min(tickets, key=lambda t: t.opened)
print(oldest)
print("average age:", sum((t.age for t in tickets), timedelta()) / len(tickets))
