"""Plurality, Borda, instant run-off and Condorcet from the same ballots."""
from collections import Counter
from itertools import combinations

BALLOTS = Counter({("M", "N", "C", "K"): 42, ("N", "C", "K", "M"): 26, ("C", "K", "N", "M"): 15, ("K", "C", "N", "M"): 17})
CITIES = {"M": "Memphis", "N": "Nashville", "C": "Chattanooga", "K": "Knoxville"}


def plurality():
    tally = Counter()
    for ballot, n in BALLOTS.items():
        tally[ballot[0]] += n
    return tally


def borda():
    tally = Counter()
    for ballot, n in BALLOTS.items():
        for points, who in enumerate(reversed(ballot)):
            tally[who] += points * n
    return tally


def runoff():
    left = set(CITIES)
    while True:
        tally = Counter({c: 0 for c in left})
        for ballot, n in BALLOTS.items():
            tally[next(c for c in ballot if c in left)] += n
        yield dict(sorted(tally.items()))
        best, votes = tally.most_common(1)[0]
        if votes * 2 > tally.total():
            return best
        left.remove(min(left, key=lambda c: (tally[c], c)))


def condorcet():
    wins = Counter()
    for a, b in combinations(sorted(CITIES), 2):
        a_votes = sum(n for ballot, n in BALLOTS.items() if ballot.index(a) < ballot.index(b))
        b_votes = BALLOTS.total() - a_votes
        wins[a if a_votes > b_votes else b] += 1
        print(f"  {CITIES[a]:>11} {a_votes:>3} : {b_votes:<3} {CITIES[b]}")
    return [c for c, n in wins.items() if n == len(CITIES) - 1]


print("plurality", plurality().most_common())
print("borda", borda().most_common())


def show_runoff():
    winner = yield from runoff()
    print("run-off winner:", CITIES[winner])


for round_, tally in enumerate(show_runoff(), 1):
    print(" round", round_, tally)
print("condorcet", [CITIES[c] for c in condorcet()])
