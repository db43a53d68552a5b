"""A yield that is never reached makes a generator all the same, and an assignment a local name."""


def nothing():
    if False:
        yield


def returns():
    return 7
    yield


def loops():
    while False:
        yield 1
    return "done"


def chosen():
    if 1 == 2:
        pass
    elif 0:
        yield
    return 3


def local_name():
    if False:
        name = 1
    try:
        return name
    except UnboundLocalError:
        return "not the global one"


name = "global"
for f in nothing, returns, loops, chosen:
    g = f()
    print(f.__name__, type(g).__name__, list(g))
    try:
        next(f())
    except StopIteration as e:
        print(e.value)
print(local_name())
