import weakref
class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self._parent = weakref.ref(parent) if parent else None
    @property
    def parent(self): return self._parent() if self._parent else None
root = Node("root"); kid = Node("kid", root)
print(kid.parent is root, kid.parent.name, root.parent)
cache = weakref.WeakValueDictionary(); cache["r"] = root; print(cache["r"] is root, "x" in cache, len(cache), cache.get("x"), list(cache))
data = weakref.WeakKeyDictionary(); data[kid] = 5; print(data[kid], kid in data, root in data)
seen = weakref.WeakSet(); seen.add(kid); seen.add(kid); print(len(seen), kid in seen); seen.discard(kid); print(len(seen))
r = weakref.ref(root); print(r() is root, r == weakref.ref(root), isinstance(r, weakref.ref), hash(r) == hash(root))
p = weakref.proxy(root); print(p.name)
f = weakref.finalize(root, print, "finalized", sep="!"); print(f.alive); f(); print(f.alive)
