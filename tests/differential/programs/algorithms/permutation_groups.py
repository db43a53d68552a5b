def perms(a):
    if not a: yield []; return
    for i, x in enumerate(a):
        for p in perms(a[:i] + a[i + 1:]): yield [x] + p
print(["".join(p) for p in perms(list("abc"))], len(list(perms([1, 2, 3, 4, 5]))))
def subsets(a): return [[x for i, x in enumerate(a) if m >> i & 1] for m in range(1 << len(a))]
print(subsets("xyz"), sum(1 for s in subsets([3, 5, 7, 9]) if sum(s) == 12))
