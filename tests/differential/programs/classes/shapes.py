import math
class Shape:
    def __init__(self, name): self.name = name
    def area(self): raise NotImplementedError
    def __str__(self): return f"{self.name}({self.area():.2f})"
    def __lt__(self, o): return self.area() < o.area()
class Circle(Shape):
    def __init__(self, r): super().__init__("circle"); self.r = r
    def area(self): return math.pi * self.r ** 2
class Rect(Shape):
    def __init__(self, w, h): super().__init__("rect"); self.w, self.h = w, h
    def area(self): return self.w * self.h
    @classmethod
    def square(cls, s): return cls(s, s)
    @staticmethod
    def valid(w, h): return w > 0 and h > 0
print(*sorted([Circle(1), Rect(2, 3), Rect.square(1.5)])); print(Rect.valid(1, -1), isinstance(Circle(1), Shape), Circle.__mro__[1].__name__, Circle.__bases__)
try: Shape("x").area()
except NotImplementedError as e: print("NotImplementedError", repr(e))
