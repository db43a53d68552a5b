log = """2024-03-01 10:00:01 INFO start pid=12
2024-03-01 10:00:02 ERROR db timeout after 30s
2024-03-01 10:01:00 WARN slow query 1.5s
2024-03-01 10:02:00 ERROR db refused
"""
from collections import Counter, defaultdict
levels, msgs = Counter(), defaultdict(list)
for line in log.strip().splitlines():
    d, t, lvl, msg = line.split(" ", 3)
    levels[lvl] += 1; msgs[lvl].append((t, msg))
for lvl, n in levels.most_common(): print(f"{lvl:<6}{n}")
for t, m in msgs["ERROR"]: print(t, m)
