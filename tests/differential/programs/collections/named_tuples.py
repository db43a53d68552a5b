from collections import namedtuple
Point = namedtuple("Point", "x y")
Emp = namedtuple("Emp", ["name", "dept", "pay"], defaults=["ops", 100])
p = Point(1, y=2)
print(p, p.x + p.y, p[0], p == (1, 2), len(p), tuple(p), Point._fields)
print(p._replace(x=10), p._asdict(), Point._make([5, 6]), Emp("bo"), Emp._field_defaults)
for a, b in [p, Point(3, 4)]:
    print(a * b)
print(sorted([Point(2, 1), Point(1, 5)]), max(Point(1, 2), Point(1, 3)), {Point(0, 0): "o"}[(0, 0)])
try:
    p.x = 3
except AttributeError as e:
    print("AttributeError", e)
try:
    Point(1)
except TypeError as e:
    print(e)
try:
    namedtuple("Bad", "a a")
except ValueError as e:
    print(e)
print(namedtuple("R", "def x", rename=True)._fields)
class P3(Point):
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5
print(P3(3, 4).norm(), P3(3, 4), isinstance(P3(1, 1), tuple))
