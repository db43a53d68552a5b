import random
random.seed(12)
deck = [r + s for s in "♠♥♦♣" for r in "23456789TJQKA"]; random.shuffle(deck); hands = [sorted(deck[i::4][:5]) for i in range(4)]
for h in hands: print(" ".join(h))
def value(h): return sum(min(10, "23456789TJQKA".index(c[0]) + 2) for c in h)
print([value(h) for h in hands], max(hands, key=value), len(set(deck)))
flips = "".join(random.choice("HT") for _ in range(60)); best = max(len(run) for run in flips.replace("T", " ").split()); print(flips.count("H"), best)
