"""What str() and format() give for subclasses of built-in types with a __str__."""


class Missing(KeyError):
    def __str__(self):
        return f"no {self.args[0]}"


class Tags(list):
    def __str__(self):
        return "+".join(self)


class Celsius(float):
    def __str__(self):
        return f"{float(self):.1f} °C"


class Name(str):
    def __str__(self):
        return self.title()


for value in (Missing("x"), Tags(["a", "b"]), Celsius(21.55), Name("ada")):
    print(f"{value}", format(value), "{}".format(value), "%s" % value, f"{value!s:>10}", str(value))
print(f"{Celsius(21.55):.0f}", f"{Name('ada'):>5}", 99 in b"abc", b"b" in b"abc", 300 in [300])
try:
    "a" in b"abc"
except TypeError as e:
    print(e)
