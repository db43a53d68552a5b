"""Recipes with itertools that people copy."""
from itertools import *
from collections import deque
from operator import mul


def sliding_window(iterable, n):
    it = iter(iterable)
    window = deque(islice(it, n - 1), maxlen=n)
    for x in it:
        window.append(x)
        yield tuple(window)


def roundrobin(*iterables):
    pending = len(iterables)
    nexts = cycle(iter(it).__next__ for it in iterables)
    while pending:
        try:
            for n in nexts:
                yield n()
        except StopIteration:
            pending -= 1
            nexts = cycle(islice(nexts, pending))


def powerset(items):
    return chain.from_iterable(combinations(items, r) for r in range(len(items) + 1))


def partition(pred, items):
    a, b = tee(items)
    return list(filterfalse(pred, a)), list(filter(pred, b))


print(list(sliding_window("ABCDE", 3)))
print("".join(roundrobin("ABC", "D", "EF")))
print(list(powerset([1, 2, 3])))
print(partition(lambda n: n % 2, range(9)))
print(list(batched("abcdefg", 3)), list(pairwise([1, 4, 9])))
print(list(accumulate(range(1, 7), mul)), list(accumulate([3, 1, 2], max, initial=0)))
print(list(zip_longest("ab", "xyz", fillvalue="-")), list(starmap(pow, [(2, 5), (3, 2)])))
print(list(takewhile(lambda x: x < 4, count(1))), list(dropwhile(str.isalpha, "ab1c")))
print([(k, len(list(g))) for k, g in groupby("aaabccd")], list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])))
print(["".join(p) for p in product("ab", repeat=2)], len(list(permutations(range(5), 3))))
print(list(islice(count(10, -3), 2, 8, 2)), list(repeat("x", 3)), list(combinations_with_replacement("ab", 2)))
