class Elevator:
    def __init__(self): self.floor, self.dir, self.stops, self.log = 0, 1, set(), []
    def call(self, f): self.stops.add(f)
    def step(self):
        if self.floor in self.stops: self.stops.discard(self.floor); self.log.append(f"open {self.floor}"); return
        if not self.stops: self.log.append("idle"); return
        if not any((s - self.floor) * self.dir > 0 for s in self.stops): self.dir *= -1
        self.floor += self.dir; self.log.append("up" if self.dir > 0 else "down")
e = Elevator(); [e.call(f) for f in (3, 1, -2)]
for i in range(12):
    e.step()
    if i == 4: e.call(2)
print(e.log, e.floor)
