"""Methods see the variables of the function around their class, and not the class's own."""


def make(name):
    var = "var"

    class Test:
        def var(self):
            return "method"

        def name(self):
            return name

        def test(self):
            return var

        def actual(self):
            return str("global")

        def str(self):
            return str(self)

    return Test()


t = make("n")
print(t.test(), t.var(), t.name(), t.actual(), t.str()[:1])
