"""Compare loans: payment, total interest, effective rate by bisection."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Loan:
    name: str
    amount: float
    rate: float
    months: int
    fee: float = 0.0

    @property
    def payment(self):
        if not self.rate:
            return self.amount / self.months
        m = self.rate / 12
        return self.amount * m / (1 - (1 + m) ** -self.months)

    def effective(self):
        low, high = 0.0, 1.0
        for _ in range(60):
            mid = (low + high) / 2
            value = sum(self.payment / (1 + mid / 12) ** k for k in range(1, self.months + 1))
            low, high = (mid, high) if value > self.amount - self.fee else (low, mid)
        return low


def schedule(loan, extra=0):
    balance, month = loan.amount, 0
    while balance > 0.005:
        month += 1
        interest = balance * loan.rate / 12
        principal = min(balance, loan.payment + extra - interest)
        balance -= principal
        yield month, interest, principal, balance


loans = [Loan("bank", 20000, 0.059, 60, 250), Loan("dealer", 20000, 0.0, 36), Loan("card", 20000, 0.189, 48)]
for loan in sorted(loans, key=lambda l: l.payment * l.months + l.fee):
    total = loan.payment * loan.months + loan.fee
    print(f"{loan.name:<7}{loan.payment:>9.2f}/month {total - loan.amount:>9.2f} cost {loan.effective():>7.3%}")
print(loans[0])
rows = list(schedule(loans[0], extra=200))
for month, interest, principal, balance in rows[:3] + rows[-1:]:
    print(f"{month:>3} {interest:>8.2f} {principal:>8.2f} {balance:>10.2f}")
print(len(rows), "months instead of", loans[0].months, f"{sum(r[1] for r in rows):.2f}")
