from functools import total_ordering
@total_ordering
class Money:
    def __init__(self, cents, cur="EUR"): self.cents, self.cur = int(cents), cur
    @classmethod
    def parse(cls, s): n, c = s.split(); return cls(round(float(n) * 100), c)
    def _check(self, o):
        if not isinstance(o, Money): return NotImplemented
        if o.cur != self.cur: raise ValueError(f"{self.cur} vs {o.cur}")
        return o.cents
    def __add__(self, o): c = self._check(o); return c if c is NotImplemented else Money(self.cents + c, self.cur)
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __eq__(self, o): return isinstance(o, Money) and (self.cents, self.cur) == (o.cents, o.cur)
    def __lt__(self, o): return self.cents < self._check(o)
    def __hash__(self): return hash((self.cents, self.cur))
    def __format__(self, spec): return f"{self.cents / 100:{spec or '.2f'}} {self.cur}"
    def __repr__(self): return f"Money({self.cents}, {self.cur!r})"
a, b = Money(1050), Money.parse("3.20 EUR"); print(a + b, f"{a:>10.1f}", sum([a, b, b]), a > b, sorted([a, b]), {a: 1}[Money(1050)], max(a, b) <= a)
for f in (lambda: a + Money(1, "USD"), lambda: a + 3, lambda: a < 3):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Range:
    def __init__(self, a, b): self.a, self.b = a, b
    def __contains__(self, x): return self.a <= x < self.b
    def __and__(self, o): a, b = max(self.a, o.a), min(self.b, o.b); return Range(a, b) if a < b else None
    def __repr__(self): return f"[{self.a}, {self.b})"
print(3 in Range(1, 4), Range(1, 5) & Range(3, 9), Range(0, 1) & Range(5, 6))
