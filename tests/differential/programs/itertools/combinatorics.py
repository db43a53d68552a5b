from itertools import product, permutations, combinations, combinations_with_replacement
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)))
print(["".join(p) for p in permutations("abc")], list(permutations([1, 2, 3], 2)))
print(list(combinations("abcd", 2)), list(combinations_with_replacement("ab", 3)))
print(len(list(combinations(range(10), 4))), sum(1 for _ in permutations(range(6))), list(combinations([1], 2)), list(product()))
best = max(combinations([4, 9, 2, 7], 2), key=lambda c: (c[0] * c[1], c))
print(best)
