def mul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def det(m):
    if len(m) == 1: return m[0][0]
    return sum((-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))
a = [[1, 2], [3, 4]]; print(mul(a, a), list(map(list, zip(*a))), det([[2, 0, 1], [1, 3, 2], [1, 1, 1]]))
i = [[int(r == c) for c in range(3)] for r in range(3)]; print(i, mul(i, i) == i)
def fibm(n):
    r, m = [[1, 0], [0, 1]], [[1, 1], [1, 0]]
    while n:
        if n & 1: r = mul(r, m)
        m = mul(m, m); n >>= 1
    return r[0][1]
print(fibm(10), fibm(200))
