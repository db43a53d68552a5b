m = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]
def spiral(m): return list(m[0]) + spiral([list(r) for r in zip(*m[1:])][::-1]) if m else []
print(spiral(m), [list(r) for r in zip(*m[::-1])], [r[::-1] for r in m], sum(map(sum, m)), [max(c) for c in zip(*m)], [m[i][i] for i in range(3)])
t = [[0] * 5 for _ in range(5)]; x = y = 0; dx, dy = 1, 0
for n in range(1, 26):
    t[y][x] = n
    if not (0 <= x + dx < 5 and 0 <= y + dy < 5 and t[y + dy][x + dx] == 0): dx, dy = -dy, dx
    x, y = x + dx, y + dy
print("\n".join(" ".join(f"{v:2}" for v in r) for r in t))
