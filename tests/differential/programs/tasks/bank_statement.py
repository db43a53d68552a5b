"""Parse a bank statement, categorise, and print a monthly report."""
from decimal import Decimal, ROUND_HALF_UP
from collections import defaultdict

STATEMENT = """2024-01-03;Salary ACME;+2500.00
2024-01-05;Rent January;-950.00
2024-01-09;Grocer 4411;-83.17
2024-02-01;Rent February;-950.00
2024-02-02;Refund Shop;+19.99
2024-02-11;Grocer 4411;-102.335
2024-02-29;Salary ACME;+2500.00"""
RULES = [("rent", "Housing"), ("grocer", "Food"), ("salary", "Income")]


def category(text):
    return next((c for word, c in RULES if word in text.lower()), "Other")


months = defaultdict(lambda: defaultdict(Decimal))
balance = Decimal("100")
for line in STATEMENT.splitlines():
    day, text, amount = line.split(";")
    amount = Decimal(amount).quantize(Decimal("0.01"), ROUND_HALF_UP)
    balance += amount
    months[day[:7]][category(text)] += amount
    print(f"{day}  {text:<15}{amount:>10}  {balance:>10}")
for month, cats in sorted(months.items()):
    print(month)
    for c, v in sorted(cats.items(), key=lambda kv: kv[1]):
        print(f"  {c:<8}{v:>+10,.2f}")
    print(f"  {'net':<8}{sum(cats.values()):>+10,.2f}")
print(balance, repr(balance), balance.as_tuple().exponent)
print((balance / 3).quantize(Decimal("0.01")), Decimal("0.1") + Decimal("0.2") == Decimal("0.3"))
