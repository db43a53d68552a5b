class Event:
    def __init__(self): self.subs = []
    def __iadd__(self, f): self.subs.append(f); return self
    def fire(self, *a): return [f(*a) for f in self.subs]
e = Event(); e += lambda x: x + 1; e += str; print(e.fire(4))
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1; return self.n + 1
print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(2)), *Countdown(2))
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
    def __len__(self): return 4
print(list(Seq()), 9 in Seq(), list(reversed(Seq())), [a for a in zip(Seq(), "ab")])
