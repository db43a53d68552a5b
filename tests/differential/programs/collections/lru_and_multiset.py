"""OrderedDict as an LRU cache, Counter as a multiset, deque as a ring."""
from collections import OrderedDict, Counter, deque, ChainMap, namedtuple, defaultdict


class Lru:
    def __init__(self, size):
        self.size, self.data = size, OrderedDict()

    def get(self, key, default=None):
        if key not in self.data:
            return default
        self.data.move_to_end(key)
        return self.data[key]

    def put(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        if len(self.data) > self.size:
            return self.data.popitem(last=False)


lru = Lru(2)
lru.put("a", 1), lru.put("b", 2)
lru.get("a")
print(lru.put("c", 3), lru.data, lru.get("b", "gone"))
stock = Counter(apple=3, pear=1)
stock.update(["apple", "fig"])
stock.subtract({"pear": 2})
print(stock, +stock, -stock, stock.total(), list(stock.elements()))
print(Counter("abca") == Counter("caab"), Counter(a=1) <= Counter(a=2), stock["missing"])
ring = deque(range(5), maxlen=5)
ring.append(5)
ring.rotate(2)
print(ring, ring.index(5), ring.count(1))
ring.extendleft("xy")
print(ring, ring.pop(), ring.popleft())
settings = ChainMap({"color": "red"}, {"color": "blue", "size": 3})
settings["size"] = 4
print(settings["color"], dict(settings), settings.maps[1], settings.parents["color"])
Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, 2)
print(p, p._asdict(), p._replace(y=9), Point._fields, Point._make([7, 8, 9]).z, p == (1, 2, 0))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(sorted(t["a"]), "x" in t, t["a"]["b"]["c"])
