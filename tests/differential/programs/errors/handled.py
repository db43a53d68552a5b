"""What sys.exc_info(), a bare raise and __context__ find: the innermost exception that is being handled."""
import sys
import traceback

try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("v") from e
except ValueError as e:
    print(sys.exc_info()[0], sys.exception() is e, type(sys.exc_info()[2]).__name__)
    print([(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)])
    print(traceback.format_exc().count("Traceback"))
try:
    1 / 0
except ZeroDivisionError:
    try:
        {}[1]
    except KeyError:
        pass
    print(sys.exc_info()[0])
print(sys.exc_info())


def again():
    raise


try:
    1 / 0
except ZeroDivisionError:
    try:
        again()
    except ZeroDivisionError as e:
        print("again", e)


def steps():
    print(repr(sys.exception()))
    try:
        yield 1
    except KeyError as e:
        print(repr(sys.exception()), repr(e.__context__))
        yield 2
    print(sys.exception())


g = steps()
try:
    {}["k"]
except KeyError:
    next(g)
print(g.throw(KeyError("z")), list(g))


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print(kind, value, tb.tb_lineno > 0, sys.exc_info()[0])
        return True


with Manager():
    1 / 0


class Failing:
    def __init__(self):
        raise ValueError("x")


for make in (Failing, lambda: sorted([1, 2], key=lambda x: {}[x])):
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            make()
    except (ValueError, KeyError) as e:
        print(repr(e), repr(e.__context__))
try:
    try:
        raise ExceptionGroup("eg", [TypeError(1), ValueError(2)])
    except* TypeError:
        raise KeyError(3)
except ExceptionGroup as e:
    print(repr(e), [repr(x.__context__) for x in e.exceptions])


def circle():
    try:
        raise ValueError(1)
    except ValueError as ex:
        ex.__context__ = ex
        raise TypeError(2)


try:
    circle()
except TypeError as e:
    print(repr(e.__context__), e.__context__.__context__ is e.__context__)
e = ValueError(3)
e.add_note("a")
e.__notes__ = 42
try:
    e.add_note("b")
except TypeError as x:
    print(x)
