def describe(x):
    match x:
        case None: return "nothing"
        case bool(): return "bool"
        case int(n) if n < 0: return f"negative {n}"
        case int() | float(): return "number"
        case "": return "empty string"
        case str(s): return f"string of {len(s)}"
        case []: return "empty list"
        case [x]: return f"one {x}"
        case [first, *rest]: return f"{first} then {len(rest)}"
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": t, **rest}: return f"{t} with {sorted(rest)}"
        case _: return type(x).__name__
for v in [None, True, -3, 2.5, "", "abc", [], [1], (1, 2, 3), {"type": "circle", "r": 2}, {"type": "sq", "s": 1}, {1}, {}]: print(describe(v))
class P:
    __match_args__ = ("x", "y")
    def __init__(s, x, y): s.x, s.y = x, y
for p in [P(0, 0), P(0, 5), P(3, 3), P(1, 2)]:
    match p:
        case P(0, 0): print("origin")
        case P(x=0, y=y): print("y axis", y)
        case P(x, y) if x == y: print("diagonal")
        case P(): print("somewhere")
