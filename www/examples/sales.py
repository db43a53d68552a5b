# Reads sales.csv, which came with this example, and leaves report.json.
import json

totals = {}
with open("sales.csv") as lines:
    header = next(lines).strip().split(",")
    for line in lines:
        row = dict(zip(header, line.strip().split(",")))
        amount = int(row["units"]) * float(row["price"])
        totals[row["region"]] = totals.get(row["region"], 0) + amount

for region, total in sorted(totals.items(), key=lambda item: -item[1]):
    print(f"{region:<8}{total:>10.2f}")

with open("report.json", "w") as report:
    json.dump(totals, report)
