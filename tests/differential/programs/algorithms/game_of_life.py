cells = {(1, 0), (1, 1), (1, 2)}
def step(cells):
    n = {}
    for r, c in cells:
        for dr in (-1, 0, 1):
            for dc in (-1, 0, 1):
                if dr or dc: n[r + dr, c + dc] = n.get((r + dr, c + dc), 0) + 1
    return {p for p, k in n.items() if k == 3 or k == 2 and p in cells}
for _ in range(3):
    print("\n".join("".join("#" if (r, c) in cells else "." for c in range(3)) for r in range(3)), end="\n\n"); cells = step(cells)
