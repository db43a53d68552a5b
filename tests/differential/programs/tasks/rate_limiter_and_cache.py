class Bucket:
    def __init__(self, rate, cap): self.rate, self.cap, self.tokens, self.t = rate, cap, cap, 0
    def allow(self, now):
        self.tokens = min(self.cap, self.tokens + (now - self.t) * self.rate); self.t = now
        if self.tokens >= 1: self.tokens -= 1; return True
        return False
b = Bucket(0.5, 2); print([(t, b.allow(t)) for t in (0, 0, 0, 1, 2, 3, 3.5, 10, 10, 10)])
class TTL:
    def __init__(self, ttl): self.ttl, self.d = ttl, {}
    def get(self, k, now, make):
        v, t = self.d.get(k, (None, None))
        if t is None or now - t >= self.ttl: v = make(k); self.d[k] = v, now; return v, "miss"
        return v, "hit"
c = TTL(5); print([c.get("a", t, lambda k: f"{k}@{t}") for t in (0, 3, 5, 9, 10)])
