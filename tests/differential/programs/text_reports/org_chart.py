emp = [(1, "Ada", None, 300), (2, "Bo", 1, 200), (3, "Cy", 1, 150), (4, "Di", 2, 90), (5, "Ed", 2, 95)]
kids = {}
for i, n, b, p in emp: kids.setdefault(b, []).append((n, i, p))
def tree(b=None, d=0):
    for n, i, p in sorted(kids.get(b, [])): print("  " * d + f"{n} ({p})"); tree(i, d + 1)
tree()
def total(i): return next(p for j, _, _, p in emp if j == i) + sum(total(k) for _, k, _ in kids.get(i, []))
print({n: total(i) for i, n, _, _ in emp}, max(emp, key=lambda e: len(kids.get(e[0], [])))[1])
