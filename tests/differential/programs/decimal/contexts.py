from decimal import *
c = Context(prec=5)
print(c.sqrt(2), c.max(1, Decimal(2)), c.remainder_near(Decimal(10), 3), c.fma(2, 3, 4), c.number_class(Decimal(1)), c.normalize(Decimal("1.500")), c.quantize(Decimal("1.2345"), Decimal("0.01")), c.is_zero(0), c.ln(2))
for f in (lambda: Decimal("1") + 1.5, lambda: Decimal("1") < "x", lambda: c.nope):
    try: print(f())
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
