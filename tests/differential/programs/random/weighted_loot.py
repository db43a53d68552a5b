"""Loot tables, shuffles and sampling with a fixed seed."""
import random
from collections import Counter

LOOT = {"common": 70, "rare": 25, "epic": 4.5, "legend": 0.5}
random.seed(2024)
rolls = Counter(random.choices(list(LOOT), list(LOOT.values()), k=2000))
for name, n in rolls.most_common():
    print(f"{name:<8}{n:>5} {n / 20:.2f}% (expected {LOOT[name]}%)")


class Deck:
    def __init__(self, rng):
        self.rng, self.cards = rng, [r + s for s in "♠♥" for r in "A23"]
        self.rng.shuffle(self.cards)

    def deal(self, n):
        hand, self.cards = self.cards[:n], self.cards[n:]
        return hand


state = random.getstate()
first = [random.random() for _ in range(3)]
random.setstate(state)
print(first == [random.random() for _ in range(3)], [round(v, 8) for v in first])
a, b = Deck(random.Random(5)), Deck(random.Random(5))
print(a.deal(4), a.cards == b.cards[4:], a.deal(9))
rng = random.Random(99)
print(rng.sample(range(1000), 4), rng.sample(["x", "y", "z"], counts=[2, 1, 4], k=4), rng.randint(-5, 5), rng.uniform(1, 2))
print([rng.gauss(10, 2) > 10 for _ in range(8)], rng.expovariate(0.5), rng.paretovariate(3), rng.vonmisesvariate(0, 4))
print(rng.weibullvariate(1, 1.5), rng.normalvariate(0, 1), rng.gammavariate(2, 1), rng.binomialvariate(10, 0.3))
for bad in (lambda: rng.choice([]), lambda: rng.randrange(5, 5), lambda: rng.sample([1], 2)):
    try:
        bad()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
