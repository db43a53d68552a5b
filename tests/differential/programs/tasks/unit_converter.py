"""A table-driven unit converter with error handling."""
UNITS = {
    "length": {"m": 1.0, "km": 1000.0, "cm": 0.01, "in": 0.0254, "ft": 0.3048, "mi": 1609.344},
    "mass": {"kg": 1.0, "g": 0.001, "lb": 0.45359237, "oz": 0.028349523125},
}
TEMPERATURE = {
    ("C", "F"): lambda t: t * 9 / 5 + 32,
    ("F", "C"): lambda t: (t - 32) * 5 / 9,
    ("C", "K"): lambda t: t + 273.15,
}


class ConversionError(ValueError):
    def __init__(self, source, target):
        super().__init__(f"cannot convert {source} to {target}")
        self.source, self.target = source, target


def convert(value, source, target):
    if (source, target) in TEMPERATURE:
        return TEMPERATURE[source, target](value)
    for kind, units in UNITS.items():
        if source in units and target in units:
            return value * units[source] / units[target]
    raise ConversionError(source, target)


for query in ["10 km mi", "6 ft cm", "1 lb g", "37 C F", "98.6 F C", "0 C K", "5 kg m", "x m cm", "1 m"]:
    try:
        value, a, b = query.split()
        result = convert(float(value), a, b)
    except ConversionError as e:
        print("error:", e, e.source)
    except ValueError as e:
        print("bad query:", e)
    else:
        print(f"{value} {a} = {result:.6g} {b}")
print(convert(1, "mi", "km"), convert(100, "F", "C"), convert(12, "in", "ft"))
