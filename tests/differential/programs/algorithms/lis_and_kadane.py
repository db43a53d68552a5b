from bisect import bisect_left
def lis(a):
    t = []
    for x in a:
        i = bisect_left(t, x)
        t[i:i + 1] = [x]
    return len(t)
def kadane(a):
    best = cur = a[0]; s = bs = be = 0
    for i, x in enumerate(a[1:], 1):
        if cur + x < x: cur, s = x, i
        else: cur += x
        if cur > best: best, bs, be = cur, s, i
    return best, a[bs:be + 1]
print(lis([10, 9, 2, 5, 3, 7, 101, 18]), kadane([-2, 1, -3, 4, -1, 2, 1, -5, 4]))
