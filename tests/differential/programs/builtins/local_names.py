"""locals(), vars(), dir(), eval and exec in functions."""


def f(a, *b, c=1, **d):
    x = 2
    y = [z for z in b]
    return locals()


print(f(1, 2, k=3))


def nothing():
    return locals()


def evaluate(x):
    return eval("x + 1"), "{x}".format(**locals()), sorted(vars()), dir()


print(nothing(), evaluate(1))


def execute():
    a = 3
    exec("a = 5; b = a + 1; print(a, b)")
    return a, [eval(s) for s in ("a", "a * 2")]


print(execute())


class A:
    q = 1
    print("q" in locals())

    def f(self):
        return sorted(locals())


print(A().f())


def deleted():
    x = 1
    del x
    return locals()


def closure():
    n = 1

    def inner(m):
        return sorted(locals().items()), n

    return inner, inner.__closure__[0].cell_contents


inner, content = closure()
print(deleted(), inner(5), content, locals() is globals())
for text in ("__import__('os')", "open('x')", "len([1])", "abs(-1)"):
    try:
        print(eval(text, {"__builtins__": {}}, {}))
    except NameError as e:
        print(e)
print(eval("abs(-1) + 1", {"__builtins__": {"abs": abs}}))
exec("def g(): return len([1])\nprint(g())", {"__builtins__": __builtins__})
