import heapq
a = [(1, "a"), (4, "a"), (9, "a")]; b = [(2, "b"), (4, "b")]; c = []
print(list(heapq.merge(a, b, c)), [x for x, _ in heapq.merge(a, b, key=lambda t: -t[0], reverse=True)][:2])
def kway(*its):
    h = []
    for i, it in enumerate(map(iter, its)):
        try: h.append((next(it), i, it))
        except StopIteration: pass
    heapq.heapify(h)
    while h:
        v, i, it = heapq.heappop(h); yield v
        try: heapq.heappush(h, (next(it), i, it))
        except StopIteration: pass
print(list(kway([1, 5], [2, 3, 9], [])))
