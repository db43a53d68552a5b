a = [3, 1, 2]; a.append(4); a.insert(0, 9); a.extend([1, 1]); a.remove(1); print(a, a.pop(), a.pop(0), a.index(2), a.count(1), a.reverse(), a, sorted(a, reverse=True), a.sort(), a)
print(a[-1], a[1:], a[::-1], a[::2], a + [5], [0] * 3, 3 in a, len(a), min(a), sum(a), a == [1, 2, 3, 4], [1, 2] < [1, 3], a.copy() is a, list("ab"), list(range(5, 0, -2)))
a[1:3] = ["x", "y", "z"]; print(a); del a[1:3]; print(a); a[:] = []; print(a); b = [[0] * 2 for _ in range(2)]; b[0][1] = 5; print(b, *b[0], sep="|")
x, *m, y = range(5); print(x, m, y, (a := [1, 2])[0], sorted(["b", "A", "c"], key=str.lower), sorted([(2, "b"), (1, "z"), (2, "a")]), list(zip([1, 2], "ab")), [1, 2, 3].__len__())
for f in (lambda: [].pop(), lambda: [1][3], lambda: [1].index(2), lambda: [1].remove(5), lambda: [3, "a"].sort(), lambda: [1] + (2,), lambda: [1, 2][1.0]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
