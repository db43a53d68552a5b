from datetime import date, datetime, timedelta
people = {"Ann": "1990-05-17", "Bob": "2001-12-31", "Cy": "2012-02-29"}
today = date(2024, 6, 1)
for n, b in people.items():
    d = date.fromisoformat(b); nxt = None; y = today.year
    while nxt is None or nxt < today:
        try: nxt = d.replace(year=y)
        except ValueError: nxt = date(y, 3, 1)
        y += 1
    print(f"{n:<4}{today.year - d.year - ((today.month, today.day) < (d.month, d.day)):>3} {(nxt - today).days:>4} {d:%a %d %b %Y} {nxt.isoformat()}")
print([(today + timedelta(days=i)).strftime("%a")[0] for i in range(7)], sum((date(2024, 1, 1) + timedelta(d)).weekday() == 4 for d in range(366)))
