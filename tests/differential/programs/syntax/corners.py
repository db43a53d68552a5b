"""Corners of the grammar."""


class Shown:
    def __getitem__(self, k):
        return k


a, pair = Shown(), [1, 2]
print(a[*pair], a[1, *pair], a[1:2, *pair], a[*pair,], a[x := 1], tuple[*pair])
d = {}
d[*pair] = 3
print(d, 1.5.hex(), 1..real, 0x1f.real, 1e3.is_integer(), 1_000.5.is_integer(), 1j.imag, 0xfor 1, [1for _ in [0]])
items, more = [1, 2, 3], [4]
del (items[0], items[0]), [more[0]]
print(items, more)
del ()
() = []


def show(*args, **kwargs):
    print(args, kwargs)


show(*[1], x=1, *[2])
show(1, *[2], 3, *[4], x=1, **{"y": 2}, z=3, **{"w": 1})


class D(*[Shown], **{}):
    pass


print(D.__bases__[0].__name__, {1, (c := 2)}, {1, e := 3}, c, e)
print([[j := i for i in range(3)] for k in range(2)], j)


def nested():
    return [[m := (i, k) for i in range(2)] for k in range(2)] and m


print(nested(), [last := n for n in [1, 5] if (prev := n) > 1], last, prev)
match {"a": 1, "x": [2, 3]}:
    case {"a": int() as n, "x": [first, *_] as whole}:
        print(n, first, whole)


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


match Point(1, 2):
    case Point(int() as p, y=(2 | 3) as q):
        print(p, q)
match (subject := 3):
    case 3:
        print(subject)
print(rf"\{{{prev}\}}", fr"a\d{prev:>3}\{prev}", f"\x7b{prev}\x7d")


class Spec:
    def __format__(self, spec):
        return repr(spec)


print(f"{Spec():\n}", f"{Spec():a\tb\\}", f"{Spec():{1}\"}", rf"{Spec():\d}", f"{Spec():%d\'}")
match ...:
    case dots:
        print(dots)
match .5:
    case 0.5:
        print("half")
for text in ("f(a=1, 2)", "f(**{}, *[])", "f(**{}, 1)", "def f(a=1, b): pass", "[i := 0 for i in x]", "class A: x = [y := 1 for _ in ()]"):
    try:
        compile(text, "here", "exec")
    except SyntaxError as e:
        print(e.msg)
print(eval("  1 + 2"), eval("\t3"))
