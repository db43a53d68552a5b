"""Stock levels, reorder points and purchase orders by supplier."""
from collections import defaultdict
from math import ceil, sqrt

ITEMS = {
    "bolt": dict(stock=120, daily=14.5, lead=7, pack=50, cost=0.12, supplier="Acme"),
    "nut": dict(stock=480, daily=14.5, lead=7, pack=100, cost=0.05, supplier="Acme"),
    "gear": dict(stock=4, daily=0.8, lead=21, pack=1, cost=18.75, supplier="Zahn"),
    "belt": dict(stock=9, daily=0.25, lead=14, pack=2, cost=7.5, supplier="Zahn"),
    "oil": dict(stock=0, daily=0, lead=3, pack=12, cost=4.2, supplier="Petra"),
}


def plan(name, *, stock, daily, lead, pack, cost, supplier, service=1.65):
    safety = service * sqrt(daily * lead)
    point = daily * lead + safety
    days_left = stock / daily if daily else float("inf")
    need = max(0.0, point + daily * 30 - stock) if stock < point else 0
    packs = ceil(need / pack)
    return {"name": name, "point": point, "days": days_left, "order": packs * pack, "cost": packs * pack * cost, "supplier": supplier}


orders = defaultdict(list)
print(f"{'item':<6}{'point':>8}{'days':>7}{'order':>7}")
for name, item in ITEMS.items():
    p = plan(name, **item)
    print("{name:<6}{point:>8.1f}{days:>7.1f}{order:>7d}".format(**p))
    if p["order"]:
        orders[p["supplier"]].append(p)
for supplier, lines in sorted(orders.items()):
    print(f"PO {supplier}: " + ", ".join(f"{l['order']}x{l['name']}" for l in lines) + f" = {sum(l['cost'] for l in lines):,.2f}")
try:
    plan("x", stock=1)
except TypeError as e:
    print(str(e).split("plan() ")[1])
