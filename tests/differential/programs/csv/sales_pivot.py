"""Read sales, pivot by region and month, write with quoting."""
import csv
import io
from collections import defaultdict

RAW = """date;region;product;amount
2024-01-05;North;"Lamp; small";12,50
2024-01-17;South;Chair;80,00
2024-02-02;North;Table;149,90
2024-02-20;South;"Lamp ""XL\""";35,10
2024-02-21;South;Chair;80,00
"""
rows = list(csv.DictReader(io.StringIO(RAW), delimiter=";"))
pivot = defaultdict(lambda: defaultdict(float))
for row in rows:
    pivot[row["region"]][row["date"][:7]] += float(row["amount"].replace(",", "."))
months = sorted({m for r in pivot.values() for m in r})
out = io.StringIO()
writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
writer.writerow(["region", *months, "total"])
for region, values in sorted(pivot.items()):
    writer.writerow([region] + [f"{values[m]:.2f}" for m in months] + [f"{sum(values.values()):.2f}"])
print(out.getvalue().replace("\r\n", "\n"), end="")
for quoting in (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE):
    out = io.StringIO()
    w = csv.writer(out, quoting=quoting, lineterminator="\n", escapechar="\\")
    w.writerows([(r["product"], len(r["product"])) for r in rows[:1]] + [(None, 1.5)])
    print(out.getvalue(), end="")
print(next(csv.reader(['a,"b\nc",d'])), list(csv.reader(["x\ty\tz"], delimiter="\t")), list(csv.reader(["a, b"], skipinitialspace=True)))
reader = csv.DictReader(io.StringIO("a,b\n1,2,3\n4\n"), restkey="rest", restval="?")
print(list(reader), reader.line_num, csv.list_dialects()[:2])
