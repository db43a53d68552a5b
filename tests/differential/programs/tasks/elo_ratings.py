"""Elo ratings over a season, with expected scores and a final table."""
from collections import defaultdict
import math

GAMES = """Ann Bob 1
Bob Cid 0.5
Cid Ann 0
Dot Ann 1
Bob Dot 0
Cid Dot 0.5
Ann Bob 0
Dot Cid 1"""


class Player:
    __slots__ = ("name", "rating", "history")

    def __init__(self, name, rating=1500.0):
        self.name, self.rating, self.history = name, rating, [rating]

    def expected(self, other):
        return 1 / (1 + 10 ** ((other.rating - self.rating) / 400))

    def __lt__(self, other):
        return self.rating < other.rating

    def __repr__(self):
        return f"Player({self.name}, {self.rating:.1f})"


class Table(defaultdict):
    def __missing__(self, key):
        self[key] = player = Player(key)
        return player


players, surprises = Table(), []
for line in GAMES.splitlines():
    a, b, score = line.split()
    a, b, score = players[a], players[b], float(score)
    e = a.expected(b)
    change = 32 * (score - e)
    a.rating += change
    b.rating -= change
    for p in (a, b):
        p.history.append(p.rating)
    surprises.append((abs(score - e), line))
for p in sorted(players.values(), reverse=True):
    print(f"{p!r:<24}{' '.join(f'{h:.0f}' for h in p.history)}")
print(max(surprises), math.isclose(sum(p.rating for p in players.values()), 6000))
print(min(players.values()), f"{players['Ann'].expected(players['Cid']):.3f}")
try:
    players["Ann"].nickname = "A"
except AttributeError as e:
    print(e)
