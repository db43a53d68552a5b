from collections.abc import Mapping, MutableSequence, Iterable, Sequence, Sized, Callable, Hashable
class Lower(Mapping):
    def __init__(self, d): self._d = {k.lower(): v for k, v in d.items()}
    def __getitem__(self, k): return self._d[k.lower()]
    def __iter__(self): return iter(self._d)
    def __len__(self): return len(self._d)
m = Lower({"A": 1, "B": 2})
print(m["a"], "b" in m, list(m.items()), m.get("z", 0), list(m.keys()), m == {"a": 1, "b": 2})
class Log(MutableSequence):
    def __init__(self): self.x = []
    def __getitem__(self, i): return self.x[i]
    def __setitem__(self, i, v): self.x[i] = v
    def __delitem__(self, i): del self.x[i]
    def __len__(self): return len(self.x)
    def insert(self, i, v): self.x.insert(i, v)
l = Log(); l.append(3); l.extend([1, 2]); l.reverse(); print(list(l), l.pop(), l.index(1), 3 in l, l.count(2))
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance("s", Iterable), isinstance(3, Sized), isinstance(len, Callable), isinstance([], Hashable), isinstance((), Hashable), isinstance(m, Mapping))
