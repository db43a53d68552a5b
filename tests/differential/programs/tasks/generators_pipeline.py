"""A lazy pipeline: read, filter, window, aggregate."""
from itertools import islice, count, takewhile, chain, cycle, tee, zip_longest, product, combinations, permutations


def lines(text):
    for n, line in enumerate(text.splitlines(), 1):
        yield n, line


def grep(pattern, source):
    return ((n, l) for n, l in source if pattern in l)


def window(source, size):
    buffer = []
    for item in source:
        buffer.append(item)
        if len(buffer) == size:
            yield tuple(buffer)
            del buffer[0]


def average():
    total = n = 0
    value = None
    while True:
        value = yield value
        total += value
        n += 1
        value = total / n


TEXT = "alpha 1\nbeta 2\nalpha 3\ngamma 4\nalpha 5"
print(list(grep("alpha", lines(TEXT))))
print(list(window((int(l.split()[1]) for _, l in lines(TEXT)), 3)))
avg = average()
next(avg)
print([avg.send(x) for x in (10, 20, 60)])
avg.close()
primes = (n for n in count(2) if all(n % d for d in range(2, int(n ** 0.5) + 1)))
print(list(islice(primes, 10)), next(primes))
print(list(takewhile(lambda x: x < 40, (x * x for x in count(1)))))
a, b = tee(range(3))
print(list(zip(a, map(lambda x: x * 10, b))), list(zip_longest("ab", [1, 2, 3], fillvalue="-")))
colours = cycle("rgb")
print("".join(islice(colours, 7)), list(chain.from_iterable([[1], [2, 3]])))
print(list(product("ab", repeat=2))[:3], len(list(combinations(range(5), 3))), list(permutations([1, 2, 3], 2))[:4])


def flatten(x):
    for item in x:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, (3, [4, []]), 5]])))
g = (x for x in [1])
print(next(g), next(g, "done"))
try:
    next(g)
except StopIteration as e:
    print("stopped", e.value)
