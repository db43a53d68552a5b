from itertools import *
print(list(chain([1], (2, 3), "ab")), list(chain.from_iterable([[1], [2]])))
print(list(islice(count(5, 3), 4)), list(islice("abcdef", 1, 5, 2)), list(zip(cycle("ab"), range(5))))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, ""])))
print(list(compress("abcd", [1, 0, 1, 0])), list(starmap(pow, [(2, 3), (3, 2)])), list(repeat(7, 3)), list(pairwise([1, 2, 3])))
a, b = tee([1, 2, 3]); print(next(a), list(b), list(a))
print(list(zip_longest([1, 2, 3], "ab", fillvalue="-")))
print([(k, list(g)) for k, g in groupby("aabbbc")], list(batched("abcdefg", 3)))
