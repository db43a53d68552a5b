grid = ["..##..", ".#..#.", ".#..#.", "..##.."]
g = [list(r) for r in grid]
def fill(r, c):
    stack, n = [(r, c)], 0
    while stack:
        r, c = stack.pop()
        if 0 <= r < len(g) and 0 <= c < len(g[0]) and g[r][c] == ".":
            g[r][c] = "o"; n += 1; stack += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
    return n
print(fill(1, 2)); print("\n".join(map("".join, g))); print(fill(0, 0))
