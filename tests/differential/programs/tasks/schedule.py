from datetime import datetime, timedelta
meetings = [("standup", "09:00", 15), ("review", "09:10", 60), ("lunch", "12:00", 45), ("1:1", "12:45", 30)]
p = [(n, datetime.strptime(s, "%H:%M"), timedelta(minutes=m)) for n, s, m in meetings]
for n, s, d in p: print(f"{s:%H:%M}-{s + d:%H:%M} {n}")
for (n1, s1, d1), (n2, s2, d2) in zip(p, p[1:]):
    if s1 + d1 > s2: print("conflict:", n1, n2, s1 + d1 - s2)
    else: print("gap:", s2 - s1 - d1)
print(sum((d for *_, d in p), timedelta()), (p[-1][1] - p[0][1]).total_seconds() / 3600)
