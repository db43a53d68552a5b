"""Rank poker hands and pick winners."""
from collections import Counter

RANKS = "23456789TJQKA"
NAMES = ["high card", "pair", "two pairs", "three of a kind", "straight", "flush", "full house", "four of a kind", "straight flush"]


def score(hand):
    cards = hand.split()
    values = sorted((RANKS.index(c[0]) + 2 for c in cards), reverse=True)
    if values == [14, 5, 4, 3, 2]:
        values = [5, 4, 3, 2, 1]
    counts = Counter(values)
    groups = sorted(counts.items(), key=lambda vc: (vc[1], vc[0]), reverse=True)
    shape = tuple(c for _, c in groups)
    order = tuple(v for v, _ in groups)
    flush = len({c[1] for c in cards}) == 1
    straight = len(counts) == 5 and values[0] - values[4] == 4
    kind = (8 if straight and flush else 7 if shape == (4, 1) else 6 if shape == (3, 2) else 5 if flush else 4 if straight
            else 3 if shape[0] == 3 else 2 if shape == (2, 2, 1) else 1 if shape[0] == 2 else 0)
    return kind, order


hands = {
    "Ann": "TH JH QH KH AH", "Bob": "9C 9D 9S 9H 2D", "Cy": "AS 2D 3H 4C 5S", "Di": "KH KD KS 2C 2D",
    "Ed": "AH AD 3S 3C 9D", "Flo": "AC AS 3H 3D TD", "Gus": "2H 7H 9H JH KH", "Hal": "2C 3D 5H 9S KD",
}
table = sorted(hands, key=lambda who: score(hands[who]), reverse=True)
for place, who in enumerate(table, 1):
    kind, order = score(hands[who])
    print(f"{place} {who:<4}{hands[who]}  {NAMES[kind]:<16}{'-'.join(map(str, order))}")
print(score(hands["Flo"]) > score(hands["Ed"]), max(hands, key=lambda w: score(hands[w])))
