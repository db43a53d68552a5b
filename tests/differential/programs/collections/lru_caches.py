from collections import OrderedDict
class LRU(OrderedDict):
    def __init__(self, maxsize=128, /, *args, **kwds):
        self.maxsize = maxsize
        super().__init__(*args, **kwds)
    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.maxsize:
            oldest = next(iter(self))
            del self[oldest]
c = LRU(3)
for k in "abcd": c[k] = k.upper()
print(list(c), c["b"], list(c), c.get("zz"), len(c), c)
c["e"] = 5; print(list(c.items()), c.popitem(), c.popitem(last=False), c)
c.move_to_end("b", last=False); print(c == OrderedDict(b="B"), c != {"b": "B"}, dict(c))
class Cache:
    def __init__(self, n): self.n, self.d = n, OrderedDict()
    def get(self, k):
        if k not in self.d: return -1
        self.d.move_to_end(k)
        return self.d[k]
    def put(self, k, v):
        if k in self.d: self.d.move_to_end(k)
        self.d[k] = v
        if len(self.d) > self.n: self.d.popitem(last=False)
x = Cache(2); x.put(1, 1); x.put(2, 2); print(x.get(1)); x.put(3, 3); print(x.get(2), x.get(3), x.d)
o = OrderedDict(a=1, b=2, c=3); o.move_to_end("a"); print(o); o.move_to_end("c", last=False); print(o, list(reversed(o)))
try: o.move_to_end("zz")
except KeyError as e: print("KeyError", e)
try: OrderedDict().popitem()
except KeyError as e: print("KeyError", e)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict(a=1) == 5, OrderedDict(a=[1]) == OrderedDict(a=[1]))
