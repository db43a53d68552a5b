"""Meeting rooms: conflicts, free slots, minimum rooms."""
import heapq
from datetime import time, datetime, timedelta


def t(text):
    return datetime.strptime("2024-05-06 " + text, "%Y-%m-%d %H:%M")


meetings = [("standup", "09:00", "09:15"), ("review", "09:10", "10:30"), ("lunch", "12:00", "13:00"), ("1:1", "10:30", "11:00"), ("plan", "12:30", "14:00")]
ms = sorted((t(a), t(b), n) for n, a, b in meetings)
for i, (a, b, n) in enumerate(ms):
    for c, d, m in ms[i + 1:]:
        if c < b:
            print(f"{n} overlaps {m} by {min(b, d) - c}")
free, cursor = [], t("09:00")
for a, b, n in ms:
    if a > cursor:
        free.append((cursor, a))
    cursor = max(cursor, b)
if cursor < t("17:00"):
    free.append((cursor, t("17:00")))
for a, b in free:
    print(f"free {a:%H:%M}-{b:%H:%M} ({(b - a).seconds // 60} min)")
rooms, best = [], 0
for a, b, n in ms:
    if rooms and rooms[0] <= a:
        heapq.heapreplace(rooms, b)
    else:
        heapq.heappush(rooms, b)
    best = max(best, len(rooms))
print("rooms needed:", best)
print(max(ms, key=lambda m: m[1] - m[0])[2], sum((b - a for a, b, _ in ms), timedelta()))
print(time(9, 5) < time(10), time.fromisoformat("07:30").replace(minute=0), t("09:00").time())
