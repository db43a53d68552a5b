"""Warnsdorff's rule on small boards, checked."""
MOVES = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]


def tour(n, start=(0, 0)):
    board = [[0] * n for _ in range(n)]
    r, c = start
    board[r][c] = 1

    def options(r, c):
        return [(r + a, c + b) for a, b in MOVES if 0 <= r + a < n and 0 <= c + b < n and not board[r + a][c + b]]

    for step in range(2, n * n + 1):
        choices = options(r, c)
        if not choices:
            return board, step - 1
        r, c = min(choices, key=lambda p: (len(options(*p)), p))
        board[r][c] = step
    return board, n * n


for n in (5, 6, 8):
    board, steps = tour(n)
    print(f"{n}x{n}: {steps} of {n * n}")
    if n < 8:
        print("\n".join(" ".join(f"{v:2}" for v in row) for row in board))
cells = {v: (r, c) for r, row in enumerate(board) for c, v in enumerate(row) if v}
print(all({abs(a - b) for a, b in zip(cells[i], cells[i + 1])} == {1, 2} for i in range(1, steps)))
