"""Money with decimals: contexts, rounding, formatting."""
from decimal import Decimal, ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, localcontext, InvalidOperation, getcontext

CENT = Decimal("0.01")
for text in ("1.005", "1.015", "2.675", "-1.005"):
    d = Decimal(text)
    print(text, *(d.quantize(CENT, r) for r in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN, ROUND_UP)))
lines = [("Widget", 3, "19.99"), ("Gadget", 1, "249.50"), ("Screw", 1000, "0.015")]
net = sum((Decimal(p) * n for _, n, p in lines), Decimal())
tax = (net * Decimal("0.19")).quantize(CENT)
for name, n, p in lines:
    print(f"{name:<8}{n:>5} x {Decimal(p):>8} = {(Decimal(p) * n).quantize(CENT):>10,}")
print(net, tax, f"{net + tax:,.2f}")
share = (net / 7).quantize(CENT, ROUND_DOWN)
print([str(share)] * 3, net - share * 7)
with localcontext() as ctx:
    ctx.prec = 6
    print(Decimal(1) / Decimal(7), Decimal(2).sqrt())
print(getcontext().prec, Decimal(1) / Decimal(3))
print(Decimal("1E+3"), Decimal("1E+3").normalize(), Decimal("100").normalize(), Decimal("0.10").as_tuple())
print(Decimal(0.1), Decimal("7") % Decimal("3"), Decimal("-7") // Decimal("2"), divmod(Decimal("7.5"), 2))
try:
    Decimal("12,5")
except InvalidOperation as e:
    print(type(e).__name__)
try:
    Decimal(1) / 0
except ZeroDivisionError as e:
    print(type(e).__name__)
print(sorted([Decimal("3"), Decimal("1.50"), 2]), max(Decimal("1.10"), Decimal("1.1")), hash(Decimal("2")) == hash(2))
