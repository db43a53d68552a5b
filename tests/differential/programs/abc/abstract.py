from abc import ABC, abstractmethod, ABCMeta
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return f"{self.name} of area {self.area():.2f}"
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s * self.s
    @property
    def name(self): return "square"
print(Sq(3).describe(), isinstance(Sq(1), Shape), issubclass(Sq, Shape))
try:
    Shape()
except TypeError as e:
    print(e)
class Half(Shape):
    def area(self): return 1
try:
    Half()
except TypeError as e:
    print(e)
class Plugin(metaclass=ABCMeta):
    pass
@Plugin.register
class Other: pass
print(isinstance(Other(), Plugin), issubclass(Other, Plugin), Shape.__abstractmethods__ == {"area", "name"})
