class Trie:
    def __init__(self): self.kids, self.end = {}, False
    def add(self, w):
        n = self
        for c in w: n = n.kids.setdefault(c, Trie())
        n.end = True
    def words(self, p=""):
        if self.end: yield p
        for c in sorted(self.kids): yield from self.kids[c].words(p + c)
    def starting(self, p):
        n = self
        for c in p:
            if c not in n.kids: return []
            n = n.kids[c]
        return list(n.words(p))
t = Trie(); [t.add(w) for w in "car card care cat dog do".split()]
print(list(t.words()), t.starting("car"), t.starting("x"))
