"""Scores with ties, updates and percentiles."""
import bisect
from dataclasses import dataclass, field


@dataclass(order=True)
class Entry:
    sort_key: tuple = field(init=False, repr=False)
    name: str
    score: int = 0
    history: list = field(default_factory=list, compare=False)

    def __post_init__(self):
        self.sort_key = (-self.score, self.name)

    def add(self, points):
        self.history.append(points)
        self.score += points
        self.__post_init__()


players = {n: Entry(n) for n in ["mia", "leo", "ida", "kai"]}
for name, points in [("mia", 10), ("leo", 15), ("ida", 10), ("mia", 5), ("kai", 0), ("ida", -2)]:
    players[name].add(points)
table = sorted(players.values())
for place, e in enumerate(table, 1):
    print(f"{place:>2} {e.name:<5} {e.score:>4} {e.history}")
print(table[0], table[0] < table[1], table[0] == Entry("x"))
scores = sorted(e.score for e in players.values())
for s in (0, 9, 15):
    print(s, f"{bisect.bisect_left(scores, s) / len(scores):.0%}", bisect.bisect_right(scores, s))
bisect.insort(scores, 12)
print(scores)
