class Temp:
    def __init__(self, c=0): self.celsius = c
    @property
    def celsius(self): return self._c
    @celsius.setter
    def celsius(self, v):
        if v < -273.15: raise ValueError("below absolute zero")
        self._c = v
    @celsius.deleter
    def celsius(self): print("deleted"); self._c = None
    @property
    def fahrenheit(self): return self._c * 9 / 5 + 32
t = Temp(25); print(t.celsius, t.fahrenheit); t.celsius = 100; print(t.fahrenheit)
try: t.celsius = -300
except ValueError as e: print(e)
try: t.fahrenheit = 1
except AttributeError as e: print(e)
del t.celsius; print(vars(t), hasattr(t, "kelvin"), getattr(t, "kelvin", "none"), Temp.celsius.__class__.__name__)
