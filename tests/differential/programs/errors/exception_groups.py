"""ExceptionGroup by itself: what is in it, split, subgroup, notes, subclasses."""
eg = ExceptionGroup("problems", [ValueError("a"), TypeError("b"), ExceptionGroup("deeper", [OSError(2, "gone"), ValueError("c")])])
eg.add_note("seen on monday")
print(eg, repr(eg))
print(eg.message, len(eg.exceptions), eg.args[0], isinstance(eg, Exception))
print(issubclass(ExceptionGroup, BaseExceptionGroup), issubclass(ExceptionGroup, Exception), issubclass(BaseExceptionGroup, Exception))
match, rest = eg.split(ValueError)
print(repr(match))
print(repr(rest))
print(match.__notes__, rest.message)
print(eg.split(KeyError)[0], eg.split(Exception)[1], eg.split(Exception)[0] is eg)
print(repr(eg.subgroup((OSError, TypeError))))
print(repr(eg.subgroup(lambda e: "c" in str(e) and not isinstance(e, ExceptionGroup))))
print(eg.subgroup(KeyError))
print(type(BaseExceptionGroup("x", [ValueError()])).__name__, type(BaseExceptionGroup("x", [KeyboardInterrupt()])).__name__)


class Failures(ExceptionGroup):
    def __new__(cls, message, errors, code):
        self = super().__new__(cls, message, errors)
        self.code = code
        return self

    def derive(self, errors):
        return Failures(self.message, errors, self.code)


f = Failures("build", [ValueError(1), TypeError(2)], 7)
match, rest = f.split(TypeError)
print(type(match).__name__, match.code, match, "|", type(rest).__name__, rest.exceptions)

for make in (
    lambda: ExceptionGroup("none", []),
    lambda: ExceptionGroup("not", 5),
    lambda: ExceptionGroup("bad", [1]),
    lambda: ExceptionGroup(5, [ValueError()]),
    lambda: ExceptionGroup("base", [SystemExit()]),
    lambda: eg.split(5),
):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, e)


def leaves(e):
    if isinstance(e, BaseExceptionGroup):
        for inner in e.exceptions:
            yield from leaves(inner)
    else:
        yield e


print([repr(e) for e in leaves(eg)])
try:
    raise eg
except ExceptionGroup as caught:
    print(caught is eg, caught.__traceback__ is not None)
try:
    raise eg
except ValueError:
    print("never")
except Exception as e:
    print("as a whole:", e)
