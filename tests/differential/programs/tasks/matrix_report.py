"""Matrix work without numpy: multiply, transpose, determinant, inverse, pretty print."""
from fractions import Fraction


def matmul(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


def identity(n):
    return [[int(i == j) for j in range(n)] for i in range(n)]


def inverse(m):
    n = len(m)
    a = [list(map(Fraction, row)) + list(map(Fraction, e)) for row, e in zip(m, identity(n))]
    for i in range(n):
        pivot = next((r for r in range(i, n) if a[r][i]), None)
        if pivot is None:
            raise ZeroDivisionError("matrix is singular")
        a[i], a[pivot] = a[pivot], a[i]
        a[i] = [x / a[i][i] for x in a[i]]
        for r in range(n):
            if r != i:
                f = a[r][i]
                a[r] = [x - f * y for x, y in zip(a[r], a[i])]
    return [row[n:] for row in a]


def det(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** j * m[0][j] * det([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))


def show(m):
    cells = [[str(x) for x in row] for row in m]
    widths = [max(map(len, col)) for col in zip(*cells)]
    for row in cells:
        print("[" + "  ".join(c.rjust(w) for c, w in zip(row, widths)) + "]")


m = [[2, 0, 1], [1, 3, 2], [1, 1, 4]]
show(m)
show(inverse(m))
print(det(m), matmul(m, inverse(m)) == identity(3))
show([list(r) for r in zip(*m)])
try:
    inverse([[1, 2], [2, 4]])
except ZeroDivisionError as e:
    print("error:", e)
p = identity(2)
for _ in range(30):
    p = matmul(p, [[1, 1], [1, 0]])
print(p, [row[::-1] for row in m][0])
