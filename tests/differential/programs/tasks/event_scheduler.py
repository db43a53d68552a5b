import heapq
class Scheduler:
    def __init__(self): self.q, self.now, self.n = [], 0, 0
    def at(self, dt, f, *a): self.n += 1; heapq.heappush(self.q, (self.now + dt, self.n, f, a))
    def run(self):
        while self.q: self.now, _, f, a = heapq.heappop(self.q); f(*a)
s = Scheduler(); out = []
def ping(n):
    out.append((s.now, "ping", n))
    if n: s.at(2, pong, n - 1)
def pong(n): out.append((s.now, "pong", n)); s.at(1, ping, n)
s.at(0, ping, 2); s.at(3, out.append, "x"); s.run(); print(out)
