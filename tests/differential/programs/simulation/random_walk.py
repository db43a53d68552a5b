import random
r = random.Random(8); x = y = 0; seen = {(0, 0)}; far = 0
for _ in range(300):
    dx, dy = r.choice([(1, 0), (-1, 0), (0, 1), (0, -1)]); x += dx; y += dy; seen.add((x, y)); far = max(far, abs(x) + abs(y))
print(x, y, len(seen), far)
walks = [sum(r.choice((-1, 1)) for _ in range(50)) for _ in range(20)]; print(sorted(walks), sum(walks) / 20)
