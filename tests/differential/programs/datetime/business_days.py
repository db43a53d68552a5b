from datetime import date, timedelta
def business_days(start, end, holidays=()):
    n, d = 0, start
    while d <= end:
        if d.weekday() < 5 and d not in holidays: n += 1
        d += timedelta(days=1)
    return n
print(business_days(date(2024, 1, 1), date(2024, 1, 31), {date(2024, 1, 1)}))
def age(born, today): return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
print(age(date(2000, 2, 29), date(2024, 2, 28)), age(date(2000, 2, 29), date(2024, 3, 1)))
def month_ends(y):
    for m in range(1, 13):
        nxt = date(y + (m == 12), m % 12 + 1, 1)
        yield nxt - timedelta(days=1)
print([d.day for d in month_ends(2023)])
d = date(2024, 1, 1)
while d.weekday() != 4 or d.day != 13: d += timedelta(days=1)
print("first Friday 13th:", d, d.strftime("%U %W %V %u %w"))
easter = lambda y: (lambda a, b, c: (lambda h: (lambda l: (lambda m: date(y, (h + l - 7 * m + 114) // 31, (h + l - 7 * m + 114) % 31 + 1))((a + 11 * h + 22 * l) // 451))((32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7))((19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30))(y % 19, y // 100, y % 100)
print(easter(2024), easter(2025))
