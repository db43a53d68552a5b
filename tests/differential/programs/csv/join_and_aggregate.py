import csv
with open("orders.csv", "w", newline="") as f:
    w = csv.writer(f); w.writerow(["id", "cust", "total"]); w.writerows([[1, "c1", "10.50"], [2, "c2", "3.25"], [3, "c1", "7"]])
with open("cust.csv", "w") as f: f.write("cust,name\nc1,Ann\nc2,Bob\nc3,Cy\n")
with open("cust.csv") as f: names = {r["cust"]: r["name"] for r in csv.DictReader(f)}
totals = {n: 0.0 for n in names.values()}
with open("orders.csv", newline="") as f:
    for r in csv.DictReader(f): totals[names[r["cust"]]] += float(r["total"])
for n, t in sorted(totals.items(), key=lambda kv: -kv[1]): print(f"{n:<5}|{t:>8.2f}|{'#' * int(t / 2)}")
