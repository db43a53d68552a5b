# How long small pieces of code take.
import time

default_timer = time.perf_counter
default_number = 1000000


def _call(code, globals):
    if callable(code):
        return code
    compiled = compile(code, "<timeit-src>", "exec")
    return lambda: exec(compiled, globals)


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        if globals is None:
            import __main__

            globals = __main__.__dict__
        self._timer = timer
        # Code in text runs as a function of its own, as it would in CPython.
        names = dict(globals)
        self._setup = _call(setup, names)
        self._stmt = _call(stmt, names)

    def timeit(self, number=default_number):
        stmt = self._stmt
        self._setup()
        start = self._timer()
        for _ in range(number):
            stmt()
        return self._timer() - start

    def repeat(self, repeat=5, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for digit in 1, 2, 5:
                number = digit * scale
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=5, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
