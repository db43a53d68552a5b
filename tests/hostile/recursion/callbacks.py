# Python that calls C that calls Python, without end, by ways that a program rarely takes.
import re
class Sub:
    def __call__(self, match):
        return re.sub("a", self, "a")
class Number:
    def __index__(self):
        return [0][self]
    def __float__(self):
        return float(self)
    def __int__(self):
        return int(self)
    def __format__(self, spec):
        return "{}".format(self)
    def __enter__(self):
        with self:
            pass
    def __exit__(self, *what):
        pass
    def __next__(self):
        return next(self)
    def __iter__(self):
        return self
    def __setattr__(self, name, value):
        setattr(self, name, value)
    def __delattr__(self, name):
        delattr(self, name)
    @property
    def value(self):
        return self.value
number = Number()
def enter():
    with number:
        pass
def run(source):
    exec(source)
source = "run(source)"
def evaluate():
    eval("evaluate()")
def throw(generator):
    generator.throw(ValueError)
def thrown():
    try:
        yield
    except ValueError:
        throw(started())
def started():
    generator = thrown()
    next(generator)
    return generator
def spread(*args):
    spread(*args, *args[:1])
def ordered(x):
    return min([x], key=ordered)
for name, attack in (
    ("re.sub", lambda: Sub()(None)),
    ("index", lambda: [0][number]),
    ("float", lambda: float(number)),
    ("int", lambda: int(number)),
    ("format", lambda: "{}".format(number)),
    ("with", enter),
    ("next", lambda: next(number)),
    ("unpack", lambda: tuple(number)),
    ("setattr", lambda: setattr(number, "x", 1)),
    ("delattr", lambda: delattr(number, "x")),
    ("property", lambda: number.value),
    ("exec", lambda: run(source)),
    ("eval", evaluate),
    ("throw", lambda: throw(started())),
    ("spread", lambda: spread(1)),
    ("min", lambda: ordered(1)),
    ("isinstance", lambda: isinstance(1, nested)),
):
    nested = ()
    for _ in range(5000):
        nested = (nested,)
    try:
        attack()
        print(name, "came back")
    except RecursionError:
        print(name, "RecursionError")
    except Exception as error:
        print(name, type(error).__name__)
