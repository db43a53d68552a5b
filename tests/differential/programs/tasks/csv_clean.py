"""Clean a messy CSV: trim, coerce, drop duplicates, report problems."""
import csv
import io

TEXT = '''name, age ,city,joined
 Alice ,34,Paris,2021-03-01
Bob,n/a,"New York, NY",2020-11-15
alice,34,Paris,2021-03-01
Dora,,Oslo,not a date
Eve,29,"He said ""hi""",2022-01-09
'''
from datetime import date

reader = csv.DictReader(io.StringIO(TEXT))
reader.fieldnames = [f.strip() for f in reader.fieldnames]
seen, clean, problems = set(), [], []
for number, row in enumerate(reader, start=2):
    row = {k: (v or "").strip() for k, v in row.items()}
    key = (row["name"].lower(), row["city"])
    if key in seen:
        problems.append((number, "duplicate of " + row["name"].title()))
        continue
    seen.add(key)
    try:
        row["age"] = int(row["age"])
    except ValueError as e:
        problems.append((number, str(e)))
        row["age"] = None
    try:
        row["joined"] = date.fromisoformat(row["joined"])
    except ValueError as e:
        problems.append((number, str(e)))
        row["joined"] = None
    clean.append(row)
for row in clean:
    print(row["name"], row["age"], row["city"], row["joined"], sep=" | ")
for p in problems:
    print("line %d: %s" % p)
out = io.StringIO()
w = csv.DictWriter(out, ["name", "age", "city"], extrasaction="ignore", lineterminator="\n")
w.writeheader()
w.writerows(clean)
print(out.getvalue(), end="")
ages = [r["age"] for r in clean if r["age"] is not None]
print(sum(ages) / len(ages), min(ages), max(ages))
