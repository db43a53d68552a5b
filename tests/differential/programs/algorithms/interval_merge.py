def merge(iv):
    out = []
    for s, e in sorted(iv):
        if out and s <= out[-1][1]: out[-1][1] = max(out[-1][1], e)
        else: out.append([s, e])
    return out
print(merge([(1, 3), (8, 10), (2, 6), (15, 18), (17, 20)]), merge([]))
rooms = 0; busy = 0
for t, d in sorted([(s, 1) for s, e in [(0, 30), (5, 10), (15, 20)]] + [(e, -1) for s, e in [(0, 30), (5, 10), (15, 20)]]): busy += d; rooms = max(rooms, busy)
print(rooms)
