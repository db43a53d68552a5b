"""Discrete event simulation with a heap and a seeded generator."""
import heapq
import random
from statistics import mean

rng = random.Random(7)
events, waiting, served, free, log = [], [], [], 2, []
t = 0.0
for n in range(12):
    t += rng.expovariate(1 / 3)
    heapq.heappush(events, (t, n, "arrive"))
while events:
    now, n, what = heapq.heappop(events)
    if what == "arrive":
        waiting.append((now, n))
    else:
        free += 1
    while free and waiting:
        since, who = waiting.pop(0)
        free -= 1
        duration = rng.uniform(2, 9)
        served.append((who, now - since, duration))
        heapq.heappush(events, (now + duration, who, "leave"))
    log.append((round(now, 2), what, n, len(waiting)))
for row in log[:8]:
    print(*row)
print(len(served), f"{mean(w for _, w, _ in served):.3f}", f"{max(w for _, w, _ in served):.3f}", f"{now:.2f}")
rng = random.Random("seed")
print(rng.randint(1, 100), rng.choice("abcdef"), rng.sample(range(50), 5), [round(rng.gauss(0, 1), 4) for _ in range(3)])
deck = list(range(10))
rng.shuffle(deck)
print(deck, rng.choices(["h", "t"], weights=[3, 1], k=8), rng.getrandbits(40), round(rng.triangular(0, 10, 3), 5))
print(round(rng.betavariate(2, 3), 6), round(rng.lognormvariate(0, 0.5), 6), rng.randrange(0, 100, 7), rng.randbytes(4).hex())
