class DSU:
    def __init__(self, n): self.p = list(range(n)); self.size = [1] * n
    def find(self, x):
        while self.p[x] != x: self.p[x] = self.p[self.p[x]]; x = self.p[x]
        return x
    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b: return False
        if self.size[a] < self.size[b]: a, b = b, a
        self.p[b] = a; self.size[a] += self.size[b]; return True
edges = sorted([(4, 0, 1), (8, 1, 2), (7, 2, 3), (9, 3, 4), (1, 0, 2), (2, 1, 3), (6, 2, 4)])
d = DSU(5); mst = [(a, b, w) for w, a, b in edges if d.union(a, b)]
print(mst, sum(w for *_, w in mst))
