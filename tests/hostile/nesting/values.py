# Values nested 5 000 deep, of every kind that nests, given to everything that looks inside.
import json
def nest(wrap, depth=5000):
    value = 1
    for _ in range(depth):
        value = wrap(value)
    return value
class Box:
    def __init__(self, inside):
        self.inside = inside
    def __repr__(self):
        return "Box(%r)" % (self.inside,)
    def __eq__(self, other):
        return self.inside == other.inside
    def __hash__(self):
        return hash(self.inside)
kinds = {
    "list": lambda value: [value],
    "tuple": lambda value: (value,),
    "dict": lambda value: {1: value},
    "Box": Box,
}
looks = {
    "repr": repr,
    "str": str,
    "==": lambda value: value == other,
    "<": lambda value: value < other,
    "hash": hash,
    "json": json.dumps,
    "format": lambda value: f"{value}",
    "del": lambda value: None,
}
for kind, wrap in kinds.items():
    seen = []
    for look in looks.values():
        value, other = nest(wrap), nest(wrap)
        try:
            look(value)
            seen.append("fine")
        except Exception as error:
            seen.append(type(error).__name__)
    print(kind, *seen)
