from datetime import datetime, timedelta, time, timezone
def frange(a, b, step):
    while a < b: yield a; a += step
s = datetime(2024, 3, 30, 22); print([f"{t:%d %H:%M}" for t in frange(s, s + timedelta(hours=5), timedelta(minutes=75))])
def human(td):
    d, s = td.days, td.seconds; parts = [(d, "day"), (s // 3600, "hour"), (s % 3600 // 60, "minute"), (s % 60, "second")]
    return ", ".join(f"{n} {u}{'s' * (n != 1)}" for n, u in parts if n) or "now"
for td in (timedelta(0), timedelta(seconds=61), timedelta(days=1, hours=2), timedelta(minutes=-1)): print(human(td), "|", td)
utc = datetime(2024, 1, 1, 0, 30, tzinfo=timezone.utc)
for h in (-8, 0, 5.5): z = timezone(timedelta(hours=h)); print(utc.astimezone(z).isoformat(), z, utc == utc.astimezone(z))
print(datetime.combine(utc.date(), time(9, 15)), datetime.strptime("12/31/99 11:59 PM", "%m/%d/%y %I:%M %p"), datetime.fromisoformat("2024-01-01T00:00:00Z"), utc.isoformat(timespec="minutes"), datetime(2024, 1, 1).ctime())
