class BST:
    def __init__(self): self.root = None
    def insert(self, k):
        def go(n): return [k, None, None] if n is None else [n[0], go(n[1]), n[2]] if k < n[0] else [n[0], n[1], go(n[2])] if k > n[0] else n
        self.root = go(self.root); return self
    def __iter__(self):
        def go(n):
            if n: yield from go(n[1]); yield n[0]; yield from go(n[2])
        return go(self.root)
    def height(self):
        def go(n): return 0 if n is None else 1 + max(go(n[1]), go(n[2]))
        return go(self.root)
t = BST()
for x in [5, 3, 8, 1, 4, 7, 9, 3]: t.insert(x)
print(list(t), t.height(), t.root[0], max(t), 4 in list(t))
