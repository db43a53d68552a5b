class Account:
    interest = 0.02
    _n = 0
    def __init__(self, owner, balance=0): Account._n += 1; self.id = Account._n; self.owner = owner; self.balance = balance; self.history = []
    def deposit(self, x):
        if x <= 0: raise ValueError("amount must be positive")
        self.balance += x; self.history.append(("+", x))
    def withdraw(self, x):
        if x > self.balance: raise ValueError(f"insufficient funds: {self.balance:.2f} < {x:.2f}")
        self.balance -= x; self.history.append(("-", x))
    def year(self): self.deposit(round(self.balance * self.interest, 2))
    def __repr__(self): return f"<{type(self).__name__} #{self.id} {self.owner}: {self.balance:,.2f}>"
class Savings(Account):
    interest = 0.05
a, b = Account("ann", 1000), Savings("bob", 2500.5); a.year(); b.year(); a.withdraw(20); print(a, b, a.history)
for f in (lambda: a.withdraw(10 ** 6), lambda: a.deposit(-5)):
    try: f()
    except ValueError as e: print("error:", e)
print(Account._n, sorted([a, b], key=lambda x: -x.balance)[0].owner)
