from collections import deque
maze = ["S.#.", "..#E", "#...", "...."]
start = next((r, c) for r, row in enumerate(maze) for c, ch in enumerate(row) if ch == "S")
q, seen = deque([(start, [start])]), {start}
while q:
    (r, c), path = q.popleft()
    if maze[r][c] == "E": break
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        n = (r + dr, c + dc)
        if 0 <= n[0] < 4 and 0 <= n[1] < 4 and maze[n[0]][n[1]] != "#" and n not in seen: seen.add(n); q.append((n, path + [n]))
print(len(path) - 1, path)
