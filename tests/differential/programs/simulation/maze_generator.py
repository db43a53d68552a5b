import random
random.seed(4); W, H = 6, 4
cells = {(0, 0)}; walls = []; stack = [(0, 0)]; links = set()
while stack:
    x, y = stack[-1]; n = [(a, b) for a, b in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)) if 0 <= a < W and 0 <= b < H and (a, b) not in cells]
    if not n: stack.pop(); continue
    p = random.choice(n); cells.add(p); links.add(frozenset([(x, y), p])); stack.append(p)
print("+" + "--+" * W)
for y in range(H):
    print("|" + "".join("  " + (" " if frozenset([(x, y), (x + 1, y)]) in links else "|") for x in range(W)))
    print("+" + "".join(("  " if frozenset([(x, y), (x, y + 1)]) in links else "--") + "+" for x in range(W)))
print(len(cells), len(links))
