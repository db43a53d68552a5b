"""Solve a text maze and draw the way."""
from collections import deque

MAZE = """\
#########
#S..#...#
#.#.#.#.#
#.#...#.#
#.#####.#
#.....#E#
#########"""


def solve(text):
    grid = [list(row) for row in text.splitlines()]
    find = lambda ch: next((r, c) for r, row in enumerate(grid) for c, v in enumerate(row) if v == ch)
    start, end = find("S"), find("E")
    came, queue = {start: None}, deque([start])
    while queue:
        here = queue.popleft()
        if here == end:
            break
        r, c = here
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            there = r + dr, c + dc
            if grid[there[0]][there[1]] != "#" and there not in came:
                came[there] = here
                queue.append(there)
    else:
        return None, 0
    steps = 0
    while (here := came[here]) not in (None, start):
        grid[here[0]][here[1]] = "*"
        steps += 1
    return "\n".join("".join(row) for row in grid), steps + 1


picture, steps = solve(MAZE)
print(picture)
print(steps, "steps")
print(solve(MAZE.replace("...#\n#.#.#", "####\n#.#.#", 1)))
try:
    solve("###")
except StopIteration as e:
    print("no start", repr(e))
