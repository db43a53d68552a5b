import calendar
print(calendar.month(2024, 2)); print(calendar.monthrange(2023, 2), calendar.isleap(1900), calendar.leapdays(2000, 2024), calendar.weekday(2024, 7, 4))
print(calendar.monthcalendar(2023, 1)[0], calendar.day_name[0], calendar.month_abbr[12], list(calendar.month_name)[1:3])
c = calendar.TextCalendar(calendar.SUNDAY); print(c.formatmonth(2025, 8))
print([d.isoformat() for d in calendar.Calendar().itermonthdates(2024, 2)][:4], calendar.timegm((1970, 1, 2, 0, 0, 0)))
print(calendar.calendar(2024)[:200])
