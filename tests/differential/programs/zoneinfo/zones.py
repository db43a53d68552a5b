from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError
ny, tokyo, london, utc = map(ZoneInfo, ("America/New_York", "Asia/Tokyo", "Europe/London", "UTC"))
d = datetime(2024, 7, 4, 12, 0, tzinfo=ny)
print(d, d.astimezone(tokyo), d.astimezone(london), d.astimezone(timezone.utc), d.isoformat(), d.tzname(), d.dst(), d.utcoffset())
print(datetime(2024, 1, 15, 9, 30, tzinfo=ny), repr(ny), str(tokyo), ZoneInfo("UTC") is utc, ny.key)
# around the changes
for t in (datetime(2024, 3, 10, 1, 59), datetime(2024, 3, 10, 2, 30), datetime(2024, 3, 10, 3, 0), datetime(2024, 11, 3, 1, 30), datetime(2024, 11, 3, 2, 0)):
    print([(t.replace(tzinfo=ny, fold=f).utcoffset(), t.replace(tzinfo=ny, fold=f).tzname()) for f in (0, 1)])
u = datetime(2024, 11, 3, 4, 30, tzinfo=timezone.utc)
for i in range(4):
    local = (u + timedelta(hours=i)).astimezone(ny)
    print(local, local.fold)
print(datetime(2024, 3, 9, 12, tzinfo=ny) + timedelta(days=1), datetime.fromtimestamp(1700000000, ZoneInfo("Asia/Kolkata")))
print([datetime(2025, m, 1, tzinfo=ZoneInfo("Australia/Sydney")).strftime("%Z %z") for m in (1, 7)], datetime(2025, 6, 1, tzinfo=ZoneInfo("Europe/Paris")).strftime("%Y-%m-%d %H:%M %Z%z"))
try:
    ZoneInfo("Mars/Phobos")
except ZoneInfoNotFoundError as e:
    print(type(e).__name__, e)
