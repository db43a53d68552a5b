class Light:
    T = {"red": ("green", 3), "green": ("yellow", 2), "yellow": ("red", 1)}
    def __init__(self): self.state, self.left = "red", 3
    def tick(self):
        self.left -= 1
        if not self.left: self.state, _ = self.T[self.state]; self.left = self.T[self.state][1]
        return self.state
l = Light(); print([l.tick() for _ in range(12)])
class Turnstile:
    def __init__(self): self.locked = True; self.log = []
    def event(self, e):
        match (self.locked, e):
            case (True, "coin"): self.locked = False
            case (False, "push"): self.locked = True
            case (True, "push"): self.log.append("blocked")
            case _: self.log.append("ignored " + e)
t = Turnstile(); [t.event(e) for e in ["push", "coin", "coin", "push", "push"]]; print(t.locked, t.log)
