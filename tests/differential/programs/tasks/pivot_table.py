sales = [("N", "Q1", 10), ("S", "Q1", 5), ("N", "Q2", 7), ("S", "Q2", 9), ("N", "Q1", 3)]
rows = sorted({r for r, _, _ in sales}); cols = sorted({c for _, c, _ in sales})
t = {(r, c): sum(v for a, b, v in sales if (a, b) == (r, c)) for r in rows for c in cols}
print("    " + "".join(f"{c:>6}" for c in cols) + "   all")
for r in rows: print(f"{r:<4}" + "".join(f"{t[r, c]:>6}" for c in cols) + f"{sum(t[r, c] for c in cols):>6}")
print("all " + "".join(f"{sum(t[r, c] for r in rows):>6}" for c in cols) + f"{sum(t.values()):>6}")
