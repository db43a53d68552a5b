"""Reshape nested order JSON into flat rows and totals."""
import json
from collections import defaultdict

RAW = '''{"orders": [
  {"id": 1, "customer": {"name": "Ana", "tier": "gold"}, "items": [{"sku": "A1", "qty": 2, "price": 9.99}, {"sku": "B2", "qty": 1, "price": 24.5}]},
  {"id": 2, "customer": {"name": "Ben", "tier": null}, "items": []},
  {"id": 3, "customer": {"name": "Ana", "tier": "gold"}, "items": [{"sku": "A1", "qty": 10, "price": 8.99, "note": "caf\\u00e9"}]}
]}'''
data = json.loads(RAW)
rows = [
    {"order": o["id"], "customer": o["customer"]["name"], **item}
    for o in data["orders"]
    for item in o["items"]
]
for row in rows:
    print(row)
totals = defaultdict(float)
for row in rows:
    totals[row["customer"]] += row["qty"] * row["price"]
print({k: round(v, 2) for k, v in totals.items()})
by_sku = {}
for row in rows:
    by_sku.setdefault(row["sku"], []).append(row["qty"])
print(json.dumps(by_sku, indent=2, sort_keys=True))
print(json.dumps(data["orders"][2], ensure_ascii=False, separators=(",", ":")))
print(json.dumps([o["customer"].get("tier") or "none" for o in data["orders"]]))
try:
    json.loads('{"a": 1,}')
except json.JSONDecodeError as e:
    print(e.msg, e.lineno, e.colno)
