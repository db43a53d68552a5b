p = "530070000600195000098000060800060003400803001700020006060000280000419005000080079"
g = [int(c) for c in p]
def ok(i, v):
    r, c = divmod(i, 9); b = r // 3 * 27 + c // 3 * 3
    return all(g[r * 9 + k] != v and g[k * 9 + c] != v and g[b + k // 3 * 9 + k % 3] != v for k in range(9))
def solve():
    best = None
    for i in range(81):
        if not g[i]:
            o = [v for v in range(1, 10) if ok(i, v)]
            if best is None or len(o) < len(best[1]): best = i, o
            if len(o) < 2: break
    if best is None: return True
    for v in best[1]:
        g[best[0]] = v
        if solve(): return True
    g[best[0]] = 0; return False
print(solve()); print("\n".join("".join(map(str, g[r * 9:r * 9 + 9])) for r in range(9)))
