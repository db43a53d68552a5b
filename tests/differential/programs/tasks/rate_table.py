"""Loan amortisation with rounding and an early payoff."""
def payment(principal, rate, months):
    r = rate / 12
    return principal * r / (1 - (1 + r) ** -months) if r else principal / months


def schedule(principal, rate, months, extra=0):
    pay = round(payment(principal, rate, months), 2)
    balance, n, paid = principal, 0, 0.0
    while balance > 0.005:
        n += 1
        interest = round(balance * rate / 12, 2)
        amount = min(pay + extra, round(balance + interest, 2))
        balance = round(balance + interest - amount, 2)
        paid += interest
        yield n, amount, interest, balance
    return paid


def run(gen):
    result = yield from gen
    print(f"total interest: {result:,.2f}")


rows = list(run(schedule(10_000, 0.05, 12)))
print(f"{'#':>3}{'payment':>12}{'interest':>10}{'balance':>12}")
for n, amount, interest, balance in rows[:3] + rows[-2:]:
    print(f"{n:>3}{amount:>12,.2f}{interest:>10.2f}{balance:>12,.2f}")
print(len(list(run(schedule(10_000, 0.05, 12, extra=500)))), "months with extra")
print(round(payment(250000, 0.0375, 360), 2), payment(1200, 0, 12))
