from datetime import date, datetime, time, timedelta, timezone
print(datetime.fromtimestamp(timestamp=0, tz=timezone.utc), repr(timezone(timedelta(0))), repr(datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=0)))))
for act in (lambda: datetime.combine("x", time()), lambda: datetime.combine(date(2024, 1, 1), "x"), lambda: datetime.fromtimestamp(1e200)):
    try:
        print(act())
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
print(datetime.combine(date(2024, 1, 2), time(3, 4)))
x = datetime.utcfromtimestamp(86400)
