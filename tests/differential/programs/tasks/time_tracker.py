"""Merge time entries per project and day; round, bill, week totals."""
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from math import ceil

ENTRIES = [
    ("web", "2024-02-26 09:00", "2024-02-26 10:40"), ("web", "2024-02-26 10:30", "2024-02-26 12:05"),
    ("api", "2024-02-27 22:15", "2024-02-28 01:10"), ("web", "2024-03-01 08:00", "2024-03-01 08:07"),
    ("api", "2024-03-04 13:00", "2024-03-04 17:59"),
]
RATE = {"web": 60, "api": 75}


def split_days(start, end):
    while start.date() < end.date():
        midnight = datetime.combine(start.date() + timedelta(days=1), time())
        yield start, midnight
        start = midnight
    yield start, end


def merge(spans):
    out = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


days = defaultdict(list)
for project, a, b in ENTRIES:
    for span in split_days(*(datetime.strptime(t, "%Y-%m-%d %H:%M") for t in (a, b))):
        days[project, span[0].date()].append(span)
bill, weeks = defaultdict(float), defaultdict(timedelta)
for (project, day), spans in sorted(days.items(), key=lambda kv: kv[0][::-1]):
    worked = sum((e - s for s, e in merge(spans)), timedelta())
    quarters = ceil(worked / timedelta(minutes=15))
    bill[project] += quarters / 4 * RATE[project]
    weeks["{0}-W{1:02}".format(*day.isocalendar())] += worked
    print(f"{day:%a %d.%m.} {project} {str(worked):>8} -> {quarters / 4:.2f} h")
print(dict(bill), {w: str(t) for w, t in weeks.items()})
start = date(2024, 2, 26)
print([f"{start + timedelta(days=i):%d}" for i in range(7)], start.strftime("%j %U %A %B %y"), datetime.combine(start, time(23, 59, 59, 999999)).isoformat(" ", "milliseconds"))
