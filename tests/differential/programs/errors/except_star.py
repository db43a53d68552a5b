"""except*, over groups of every shape."""


def attempt(label, make):
    try:
        make()
    except BaseException as e:
        print(label, "->", repr(e), "| context:", repr(e.__context__))
    else:
        print(label, "-> nothing")


def tree():
    return ExceptionGroup("outer", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [ValueError(2), OSError("disk")])])


def each():
    try:
        raise tree()
    except* ValueError as e:
        print("values", repr(e), len(e.exceptions))
    except* (TypeError, OSError) as e:
        print("others", repr(e), str(e))
    print("after")


def some():
    try:
        raise tree()
    except* ValueError:
        print("values only")


def none():
    try:
        raise tree()
    except* KeyError:
        print("never")


def naked():
    try:
        raise ValueError("alone")
    except* ValueError as e:
        print(repr(e), e.message == "", e.exceptions)


def naked_unmatched():
    try:
        raise ValueError("alone")
    except* TypeError:
        print("never")


def raises_anew():
    try:
        raise tree()
    except* ValueError:
        raise KeyError("new")
    except* OSError as e:
        raise RuntimeError("another") from e


def raises_again():
    try:
        raise tree()
    except* ValueError:
        raise
    except* TypeError:
        pass


def both():
    try:
        raise tree()
    except* ValueError:
        raise
    except* TypeError:
        raise IndexError("i")


def no_error():
    try:
        print("fine")
    except* Exception:
        print("never")
    else:
        print("else")
    finally:
        print("finally")


def with_finally():
    try:
        raise tree()
    except* Exception as e:
        print("all:", len(e.exceptions))
    else:
        print("never")
    finally:
        print("finally")


def name_is_gone():
    e = "before"
    try:
        raise tree()
    except* Exception as e:
        pass
    try:
        e
    except NameError:
        print("no e")


def in_a_loop():
    for n in range(3):
        try:
            if n == 1:
                continue
            raise ExceptionGroup("n", [ValueError(n)])
        except* ValueError as e:
            for x in e.exceptions:
                if x.args[0] == 2:
                    break
                print("loop", x)
            continue_ = True
    return "returned"


def nested():
    try:
        try:
            raise tree()
        except* ValueError as e:
            print("inner", len(e.exceptions))
            try:
                raise LookupError("while handling")
            except* LookupError as f:
                print("innermost", repr(f))
    except* Exception as e:
        print("outer", repr(e))


def wrong_kind():
    try:
        raise tree()
    except* ExceptionGroup:
        pass


def base_exceptions():
    try:
        raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError()])
    except* KeyboardInterrupt:
        print("interrupted")


for f in each, some, none, naked, naked_unmatched, raises_anew, raises_again, both, no_error, with_finally, name_is_gone, nested, wrong_kind, base_exceptions:
    attempt(f.__name__, f)
print(in_a_loop())

for source in (
    "try: pass\nexcept* ValueError: pass\nexcept TypeError: pass",
    "try: pass\nexcept ValueError: pass\nexcept* TypeError: pass",
    "for x in y:\n try: pass\n except* ValueError: break",
    "for x in y:\n try: pass\n except* ValueError: continue",
    "def f():\n try: pass\n except* ValueError: return",
    "def f():\n try: pass\n except* ValueError:\n  def g(): return 1\n  for x in y: break",
):
    try:
        compile(source, "<test>", "exec")
        print("fine")
    except SyntaxError as e:
        print(e.msg)
