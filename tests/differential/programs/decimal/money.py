from decimal import Decimal as D, getcontext, localcontext, ROUND_HALF_UP, ROUND_DOWN, InvalidOperation
prices = [D("19.99"), D("5.01"), D("0.10")]
total = sum(prices); print(total, total * D("0.19"), (total * D("0.19")).quantize(D("0.01"), ROUND_HALF_UP))
print(D("0.1") + D("0.2") == D("0.3"), D(1) / D(3), D("2").sqrt(), D("1.10") * 3, D("7") // 2, D("-7") % 3, D(2) ** 10)
print(D("1E+3"), D("1.50").normalize(), D("100").normalize(), D("3.14159").quantize(D("1.00")), round(D("2.675"), 2), int(D("9.9")), float(D("0.5")))
print(f"{D('1234567.891'):,.2f}", f"{D('0.256'):.1%}", f"{D('5'):>8}", str(D("0E-7")), D("1.0").as_tuple(), D("12.5").as_integer_ratio())
with localcontext() as c:
    c.prec = 6; print(D(1) / D(7), D(22) / 7)
for f in (lambda: D("x1"), lambda: D(1) / 0, lambda: D(1) + 0.5):
    try: print(f())
    except Exception as e: print(type(e).__name__)
print(sorted([D("2"), D("1.5"), D("-3")]), max(D("1.0"), D(1)), D("NaN").is_nan(), D("Infinity") > 10, D("5").compare(D("6")), D("-1.5").copy_abs(), getcontext().prec, hash(D("1.0")) == hash(1))
print(D("10").ln().quantize(D("0.0001")), D(2).exp(), D(1000).log10(), D("1.21").sqrt(), D("0.5").to_integral_value(), D("123.456").adjusted())
