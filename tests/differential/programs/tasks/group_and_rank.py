"""Group, rank and report with itertools and sorted keys."""
from itertools import groupby, accumulate
from operator import itemgetter
from statistics import mean, median, pstdev

people = [
    ("eng", "Zoe", 120), ("eng", "Yan", 95), ("ops", "Xi", 70), ("eng", "Wes", 95),
    ("ops", "Viv", 88), ("hr", "Uma", 64), ("ops", "Tom", 70),
]
people.sort(key=itemgetter(0))
for team, members in groupby(people, key=itemgetter(0)):
    members = list(members)
    pay = [p for _, _, p in members]
    print(f"{team:>4}: n={len(pay)} mean={mean(pay):.1f} median={median(pay)} sd={pstdev(pay):.3f}")
    rank, last = 0, None
    for i, (_, name, p) in enumerate(sorted(members, key=lambda m: (-m[2], m[1])), 1):
        if p != last:
            rank, last = i, p
        print(f"   {rank}. {name:<5}{p}")
total = sum(p for *_, p in people)
cum = list(accumulate(sorted((p for *_, p in people), reverse=True)))
print(cum, [round(c / total, 3) for c in cum])
top, *rest = sorted(people, key=lambda m: m[2])[::-1]
print(top, len(rest), max(people, key=lambda m: len(m[1]))[1])
print({t: [n for tt, n, _ in people if tt == t] for t in sorted({t for t, *_ in people}, reverse=True)})
