L = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
def win(b): return next((b[x] for x, y, z in L if b[x] != " " and b[x] == b[y] == b[z]), None)
memo = {}
def best(b, p):
    k = (b, p)
    if k in memo: return memo[k]
    w = win(b)
    if w: r = (1 if w == p else -1, None)
    elif " " not in b: r = (0, None)
    else: r = max(((-best(b[:i] + p + b[i + 1:], "O" if p == "X" else "X")[0], -i) for i in range(9) if b[i] == " ")); r = (r[0], -r[1])
    memo[k] = r; return r
b, p = "X   O    ", "X"
while not win(b) and " " in b: i = best(b, p)[1]; b = b[:i] + p + b[i + 1:]; p = "O" if p == "X" else "X"
print("\n-+-+-\n".join("|".join(b[r:r + 3]) for r in (0, 3, 6)), win(b), len(memo))
