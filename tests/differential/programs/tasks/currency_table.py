"""Cross rates, formatting, arbitrage search with logarithms."""
import math
from itertools import permutations

RATES = {"EUR": 1.0, "USD": 1.0842, "GBP": 0.8561, "JPY": 163.21, "CHF": 0.9535}


def rate(a, b):
    return RATES[b] / RATES[a]


names = list(RATES)
print("     " + "".join(f"{n:>10}" for n in names))
for a in names:
    print(f"{a:<5}" + "".join(f"{rate(a, b):>10.4f}" if a != b else f"{'-':>10}" for b in names))
quotes = {(a, b): round(rate(a, b), 3) for a in names for b in names if a != b}
quotes["USD", "CHF"] = 0.9
best = max(permutations(names, 3), key=lambda p: math.prod(quotes[x, y] for x, y in zip(p, p[1:] + p[:1])))
gain = math.prod(quotes[x, y] for x, y in zip(best, best[1:] + best[:1]))
print(" -> ".join(best + best[:1]), f"{gain - 1:+.3%}", f"{math.log(gain):.5f}")
for amount, a, b in [(100, "EUR", "JPY"), (19.99, "USD", "GBP"), (1e6, "CHF", "USD"), (-5, "EUR", "USD")]:
    result = amount * rate(a, b)
    digits = 0 if b == "JPY" else 2
    print(f"{amount:>12,.2f} {a} = {result:>14,.{digits}f} {b} ({result:.3g}, {result:e})")
print(f"{1234567.891:,.1f} {0.000012345:.2e} {1e21:g} {123456789:.4g} {0.5:.0%} {-0.0:.1f} {1e15:f}")
print(round(2.5), round(3.5), round(-2.675, 2), round(1234.5678, -2), 0.1 + 0.2, 1 / 3, 1e100, 5e-324)
