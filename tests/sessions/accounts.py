# Classes, instances and what they share.
# --- turn
class Account:
    opened = 0
    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance
        Account.opened += 1
    def __repr__(self):
        return f'Account({self.owner!r}, {self.balance})'
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('amount must be positive')
        self.balance += amount
        return self
# --- turn
a, b = Account('ada'), Account('bob', 5)
[a, b]
#= [Account('ada', 0), Account('bob', 5)]
# --- turn
class Savings(Account):
    rate = 3
    def settle(self):
        return self.deposit(self.balance * self.rate // 100)
s = Savings('eve', 1000)
deposit = a.deposit
# --- turn
deposit(7)
print(a.balance, Account.opened)
#> 7 3
# --- turn
s.settle().settle()
#= Account('eve', 1060)
# --- turn
[type(s).__name__, isinstance(s, Account), deposit(1) is a, Account.opened]
#= ['Savings', True, True, 3]
