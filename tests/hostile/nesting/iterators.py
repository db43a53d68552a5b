# Iterators over iterators over iterators, 5 000 deep: asking the last one asks them all.
def forever():
    while True:
        yield 1
def delegate(inner):
    yield from inner
ways = {
    "generators": lambda it: (x for x in it),
    "yield from": delegate,
    "map": lambda it: map(lambda x: x, it),
    "zip": lambda it: zip(it),
    "iter": lambda it: iter(it),
}
for name, way in ways.items():
    for depth in (100, 5000):
        it = forever()
        for _ in range(depth):
            it = way(it)
        try:
            next(it)
            print(name, depth, "came back")
        except Exception as error:
            print(name, depth, type(error).__name__)
