import bisect
def grade(score, cuts=(60, 70, 80, 90), grades="FDCBA"): return grades[bisect.bisect(cuts, score)]
print([grade(s) for s in [33, 99, 77, 70, 89, 90, 100]])
a = [1, 3, 3, 5]
print(bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 9), bisect.bisect_left(a, 0))
bisect.insort(a, 4); bisect.insort_left(a, 3); print(a)
rows = [("a", 1), ("b", 5), ("c", 9)]
print(bisect.bisect_left(rows, 5, key=lambda r: r[1]), bisect.bisect([1, 2, 3, 4, 5], 3, 1, 3))
