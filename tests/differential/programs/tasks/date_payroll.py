"""Working days, pay dates and overtime."""
from datetime import date, datetime, timedelta
import calendar

HOLIDAYS = {date(2024, 1, 1), date(2024, 5, 1), date(2024, 12, 25), date(2024, 12, 26)}


def is_workday(d):
    return d.weekday() < 5 and d not in HOLIDAYS


def workdays(start, end):
    d = start
    while d <= end:
        if is_workday(d):
            yield d
        d += timedelta(days=1)


def last_workday(year, month):
    d = date(year, month, calendar.monthrange(year, month)[1])
    while not is_workday(d):
        d -= timedelta(days=1)
    return d


for month in (2, 3, 6, 12):
    last = last_workday(2024, month)
    n = sum(1 for _ in workdays(date(2024, month, 1), last))
    print(f"{calendar.month_name[month]:<10} {n:>2} days, paid {last:%a %d %b}")
shifts = [("08:55", "17:30"), ("09:10", "18:45"), ("22:00", "06:15")]
total = timedelta()
for a, b in shifts:
    start = datetime.strptime(a, "%H:%M")
    end = datetime.strptime(b, "%H:%M")
    if end < start:
        end += timedelta(days=1)
    worked = end - start - timedelta(minutes=30)
    total += worked
    print(a, b, worked, round(worked.total_seconds() / 3600, 2))
print(total, total // timedelta(hours=8), total % timedelta(hours=8))
print(divmod(total, timedelta(hours=1)))
print(date(2024, 2, 29).replace(year=2025, day=28), date.today() > date(2020, 1, 1))
print((date(2025, 3, 1) - date(2024, 3, 1)).days, date(2024, 12, 30).isocalendar()[:2])
