import heapq
h = []
for p, t in [(3, "write"), (1, "eat"), (2, "run"), (1, "drink")]: heapq.heappush(h, (p, t))
print(h)
while h: print(*heapq.heappop(h))
x = [5, 1, 8, 3, 9, 2]; heapq.heapify(x); print(x, heapq.heappushpop(x, 0), heapq.heapreplace(x, 7), x)
print(heapq.nlargest(2, [1, 8, 3, 8]), heapq.nsmallest(2, ["bbb", "a", "cc"], key=len), list(heapq.merge([1, 4], [2, 3], [0])))
def dijkstra(g, s):
    d = {s: 0}; q = [(0, s)]
    while q:
        w, u = heapq.heappop(q)
        if w > d[u]: continue
        for v, c in g[u].items():
            if w + c < d.get(v, 10 ** 9): d[v] = w + c; heapq.heappush(q, (d[v], v))
    return d
print(dijkstra({"a": {"b": 4, "c": 1}, "b": {"d": 1}, "c": {"b": 2, "d": 5}, "d": {}}, "a"))
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
