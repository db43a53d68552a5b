import calendar
from calendar import Day, Month
print(calendar.MONDAY, repr(calendar.SUNDAY), calendar.JANUARY + 1, Month.MAY, repr(Month.MAY), Month(12).name, Day(3).name, [d.value for d in Day], Month.MARCH == 3)
print(calendar.weekday(2024, 2, 29) == Day.THURSDAY, repr(calendar.weekday(2024, 2, 29)), calendar.monthrange(2024, 2), calendar.month_name[Month.JULY])
