import random
random.seed(99)
class Customer:
    n = 0
    def __init__(self, t): Customer.n += 1; self.id = Customer.n; self.t = t; self.items = random.randint(1, 5)
line, served, clock = [], [], 0
while clock < 30 or line:
    if clock < 30 and random.random() < 0.4: line.append(Customer(clock))
    if line and clock % 2 == 0:
        c = line[0]; c.items -= 1
        if c.items == 0: line.pop(0); served.append((c.id, clock - c.t))
    clock += 1
print(len(served), clock, max(w for _, w in served), served[:3])
