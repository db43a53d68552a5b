class Cart:
    def __init__(self): self.lines = {}
    def add(self, sku, price, qty=1): p, q = self.lines.get(sku, (price, 0)); self.lines[sku] = (price, q + qty)
    def total(self, discounts=()):
        t = sum(p * q for p, q in self.lines.values())
        for name, f in discounts: old, t = t, f(t); print(f"  {name}: {t - old:+.2f}")
        return round(t, 2)
c = Cart(); c.add("A", 9.99); c.add("B", 4.5, 3); c.add("A", 9.99, 2)
print(c.lines, c.total([("10% off", lambda t: t * 0.9), ("min 30", lambda t: max(t, 30)), ("ship", lambda t: t + 4.9 if t < 50 else t)]))
