"""A variable without a value is named, whatever kind of variable it is."""


def assigned_later():
    print(total)
    total = 0


def only_in_a_branch(flag=False):
    if flag:
        result = 1
    return result


def counts_up():
    counter += 1


def deleted(value):
    del value
    return value


def deleted_twice():
    x = 1
    del x
    del x


def many():
    a = b = c = d = e = f = g = h = i = j = k = l = m = n = o = p = q = r = 1
    if a > 1:
        s = 2
    return s


def loop_never_ran():
    for item in []:
        pass
    return item


def after_except():
    try:
        1 / 0
    except ZeroDivisionError as err:
        pass
    return err


def free():
    def inner():
        return later

    inner()
    later = 1


def free_of_parameter(first, second):
    def inner():
        return first, second

    del second
    return inner()


def own_cell():
    def inner():
        return shared

    if False:
        shared = 1
    return shared


def generator():
    yield missing
    missing = 1


class Body:
    def method(self, *args, key=None, **kwargs):
        del kwargs
        return args, kwargs


def not_defined_at_all():
    return nowhere


for f in (assigned_later, only_in_a_branch, counts_up, lambda: deleted(1), deleted_twice, many, loop_never_ran, after_except, free,
          lambda: free_of_parameter(1, 2), own_cell, lambda: list(generator()), Body().method, not_defined_at_all):
    try:
        f()
    except NameError as e:
        print(type(e).__name__, "|", e)
print(Body.method.__code__.co_varnames, many.__code__.co_varnames[:3])
