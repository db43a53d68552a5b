import inspect, sys


def who():
    return sys._getframe(1).f_code.co_name


def caller():
    return who(), inspect.currentframe().f_back.f_code.co_name


def outer():
    return caller()


print(outer(), who())
frame = sys._getframe()
print(frame.f_code.co_name, frame.f_back)


def chain():
    f = sys._getframe()
    frames = [f]
    names = []
    while f:
        names.append((f.f_code.co_name, f is not frames[0] and f.f_lineno))
        f = f.f_back
    return names


def deeper(n):
    return deeper(n - 1) if n else chain()


print(deeper(3))
try:
    sys._getframe(100)
except ValueError as e:
    print(e)
