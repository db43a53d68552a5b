import heapq
from collections import Counter
def codes(text):
    h = [(n, c, None) for c, n in sorted(Counter(text).items())]; heapq.heapify(h); k = 0
    while len(h) > 1:
        a, b = heapq.heappop(h), heapq.heappop(h); k += 1; heapq.heappush(h, (a[0] + b[0], "~%03d" % k, (a, b)))
    out = {}
    def walk(n, p):
        if n[2] is None: out[n[1]] = p or "0"
        else: walk(n[2][0], p + "0"); walk(n[2][1], p + "1")
    walk(h[0], ""); return out
c = codes("abracadabra"); print(sorted(c.items()), "".join(c[x] for x in "abra"))
