from itertools import groupby
from operator import itemgetter
sales = [{"city": "Bonn", "q": 1, "n": 5}, {"city": "Bonn", "q": 2, "n": 7}, {"city": "Oslo", "q": 1, "n": 3}, {"city": "Bonn", "q": 1, "n": 1}]
sales.sort(key=itemgetter("city", "q"))
for city, rows in groupby(sales, key=itemgetter("city")):
    rows = list(rows)
    print(city, len(rows), sum(r["n"] for r in rows))
    for q, rs in groupby(rows, key=itemgetter("q")):
        print("  Q%d: %s" % (q, [r["n"] for r in rs]))
