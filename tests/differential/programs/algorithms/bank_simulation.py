import random, heapq
random.seed(5); events = []; t = 0
for i in range(12): t += random.expovariate(1); heapq.heappush(events, (round(t, 4), "arrive", i))
queue, busy, waits, served = [], None, [], 0
while events:
    now, kind, i = heapq.heappop(events)
    if kind == "arrive": queue.append((i, now))
    else: busy = None; served += 1
    if busy is None and queue:
        busy, at = queue.pop(0); waits.append(now - at); heapq.heappush(events, (round(now + random.uniform(0.5, 1.5), 4), "done", busy))
print(served, round(sum(waits) / len(waits), 4), round(max(waits), 4), now)
