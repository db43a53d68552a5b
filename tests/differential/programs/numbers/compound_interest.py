principal, rate, years = 1000.0, 0.05, 10
print(f"{'Year':>4} {'Balance':>12} {'Interest':>10}")
b = principal
for y in range(1, years + 1):
    i = b * rate; b += i
    if y % 2 == 0: print(f"{y:>4} {b:>12,.2f} {i:>10.2f}")
def payment(p, r, n): m = r / 12; return p * m / (1 - (1 + m) ** -n)
m = payment(200000, 0.035, 360); print(f"monthly {m:.2f}, total {m * 360:,.2f}")
bal, n = 5000.0, 0
while bal > 0: bal = bal * 1.015 - 200; n += 1
print(n, round(bal, 2)); print(round(1000 * (1 + 0.05 / 12) ** 120, 4), sum(100 / 1.08 ** t for t in range(1, 6)))
