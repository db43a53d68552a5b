"""A rota over months with calendar and rotating names."""
import calendar
from datetime import date, timedelta
from itertools import cycle

print(calendar.month(2024, 2), end="")
for week in calendar.monthcalendar(2023, 10):
    print(" ".join(f"{d or '':>2}" for d in week))
names = cycle(["Ada", "Ben", "Cy"])
cal = calendar.Calendar(firstweekday=calendar.MONDAY)
rota = {d: next(names) for d in cal.itermonthdates(2024, 3) if d.month == 3 and d.weekday() == calendar.SATURDAY}
print({f"{d:%d %b}": n for d, n in rota.items()})
print(calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.monthrange(2023, 2), calendar.weekday(1999, 12, 31))


def nth_weekday(year, month, weekday, n):
    days = [d for d in cal.itermonthdates(year, month) if d.month == month and d.weekday() == weekday]
    return days[n]


print(nth_weekday(2024, 11, calendar.THURSDAY, 3), nth_weekday(2024, 5, calendar.MONDAY, -1))


def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    l = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


print([easter(y).isoformat() for y in (2023, 2024, 2025, 2038)], easter(2024) + timedelta(days=49))
print(list(calendar.day_abbr), calendar.month_name[1:4], [d for d in cal.itermonthdays2(2024, 9)][:3])
