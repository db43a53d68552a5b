# What is called when the program ends, the last registered first. A session's turn is no end.
import sys

_calls = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _calls.append((func, args, kwargs))
    return func


def unregister(func):
    _calls[:] = [c for c in _calls if c[0] != func]


def _clear():
    _calls.clear()


def _ncallbacks():
    return len(_calls)


def _run_exitfuncs():
    while _calls:
        func, args, kwargs = _calls.pop()
        try:
            func(*args, **kwargs)
        except Exception as e:
            sys.stderr.write("Exception ignored in atexit callback: %r\n" % (func,))
            sys.print_exception(e, sys.stderr)


def _end():
    if "threading" in sys.modules:
        sys.modules["threading"]._shutdown()
    _run_exitfuncs()


sys.atexit(_end)
