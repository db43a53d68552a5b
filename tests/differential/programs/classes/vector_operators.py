class V:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
    def __sub__(self, o): return V(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return V(self.x * k, self.y * k) if isinstance(k, (int, float)) else self.x * k.x + self.y * k.y
    __rmul__ = __mul__
    def __neg__(self): return V(-self.x, -self.y)
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __repr__(self): return f"V({self.x!r}, {self.y!r})"
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __bool__(self): return bool(self.x or self.y)
    def __iter__(self): yield self.x; yield self.y
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __iadd__(self, o): self.x += o.x; self.y += o.y; return self
a, b = V(1, 2), V(3, 4)
print(a + b, b - a, a * 3, 2 * a, a * b, -a, abs(b), bool(V(0, 0)), a == V(1, 2), {a, V(1, 2)}, list(a), b[1], sum([a, b], V(0, 0)))
a += b; print(a); x, y = a; print(x, y)
try: a.z = 1
except AttributeError as e: print("AttributeError")
try: a + 1
except AttributeError as e: print(e)
