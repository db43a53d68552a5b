def knap(items, cap):
    best = [0] * (cap + 1); take = [[] for _ in best]
    for name, w, v in items:
        for c in range(cap, w - 1, -1):
            if best[c - w] + v > best[c]: best[c] = best[c - w] + v; take[c] = take[c - w] + [name]
    return best[cap], take[cap]
print(knap([("map", 9, 150), ("water", 15, 200), ("tin", 6, 45), ("glucose", 5, 60), ("banana", 7, 60)], 30))
