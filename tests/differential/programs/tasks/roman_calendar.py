"""Text calendar and leap years."""
import calendar

cal = calendar.TextCalendar(calendar.MONDAY)
print(cal.formatmonth(2024, 2))
print([y for y in range(1896, 1913) if calendar.isleap(y)], calendar.leapdays(1900, 2001))
print(calendar.monthcalendar(2023, 10)[0], calendar.weekday(2000, 1, 1), calendar.day_name[5], calendar.month_abbr[9])
fridays = [d for m in range(1, 13) for d in [(2026, m, 13)] if calendar.weekday(*d) == calendar.FRIDAY]
print(fridays)
weeks = calendar.Calendar(6).monthdayscalendar(2024, 9)
for w in weeks:
    print(" ".join(f"{d:2}" if d else "  " for d in w).rstrip())
print(sum(1 for d in calendar.Calendar().itermonthdays(2024, 2) if d))
