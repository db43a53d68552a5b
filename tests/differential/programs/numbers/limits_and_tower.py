"""Programs that raise the limit in advance, and read what sys says of numbers."""
import numbers
import sys
from fractions import Fraction

sys.setrecursionlimit(5000)
print(sys.getrecursionlimit())
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(800))
print(sys.version_info[:2] >= (3, 12), sys.version_info.major, sys.version_info >= (3, 8), sys.version.startswith("3.12"))
print(sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.mant_dig)
print(sys.getdefaultencoding(), sys.maxunicode, sys.maxsize > 2**30)
try:
    1 / 0
except ZeroDivisionError as e:
    print(sys.exception() is e)
for value in 1, 1.5, 2j, True, Fraction(1, 3), "1", None:
    print(value, [k.__name__ for k in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(value, k)])


def total(*values):
    if not all(isinstance(v, numbers.Real) for v in values):
        raise TypeError("numbers, please")
    return sum(values)


print(total(1, 2.5, Fraction(1, 2)))
try:
    total(1, "2")
except TypeError as e:
    print(e)
