from itertools import *
for n in range(5):
    s = "abcde"[:n]
    print(n, ["".join(p) for p in permutations(s)], len(list(product(s, repeat=2))))
    for r in range(5):
        print(n, r, ["".join(p) for p in permutations(s, r)], ["".join(p) for p in combinations(s, r)], ["".join(p) for p in combinations_with_replacement(s, r)], ["".join(p) for p in product(s, repeat=r)] if r < 3 else "")
print(list(product()), list(product([])), list(product("ab", [])), list(product("ab", [1], (True, None))), list(product("ab", range(2), repeat=2))[5:9])
p = permutations([1, 2, 3]); print(next(p), next(p), list(p), list(p), next(p, "end"))
c = combinations(range(4), 2); print(iter(c) is c, sum(1 for _ in c))
print(sum(1 for _ in permutations(range(8))), max(permutations("bca")), len(set(permutations([1, 1, 2]))))
n = 0
for a, b, c in combinations(range(60), 3): n += a * b - c
print(n, sum(x * y for x, y in product(range(200), range(100))))
for f in (lambda: permutations("ab", -1), lambda: combinations("ab", -1), lambda: permutations("ab", 1.5), lambda: product(5), lambda: combinations(5, 2)):
    try: print(list(f()))
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
