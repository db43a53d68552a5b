items = [("Widget", 3, 4.5), ("Gadget with a long name", 1, 120), ("Nut", 1000, 0.015)]
w = max(len(n) for n, _, _ in items)
print(f"{'Item':<{w}} {'Qty':>5} {'Price':>9} {'Total':>10}"); print("-" * (w + 27))
total = 0
for n, q, p in items: total += q * p; print(f"{n:<{w}} {q:>5} {p:>9.3f} {q * p:>10.2f}")
tax = round(total * 0.19, 2); print(f"{'Tax 19%':>{w + 16}} {tax:>10.2f}"); print(f"{'Total':>{w + 16}} {total + tax:>10,.2f}")
