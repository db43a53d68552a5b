# Exact fractions.
from math import gcd, lcm
from numbers import Rational


def _parse(s):
    bad = "Invalid literal for Fraction: %r" % s
    t = s.strip()
    sign = 1
    if t[:1] in ("+", "-"):
        sign = -1 if t[0] == "-" else 1
        t = t[1:]
    try:
        if "/" in t:
            n, d = t.split("/")
            return sign * _natural(n.rstrip()), _natural(d.lstrip())
        exp = 0
        low = t.lower()
        if "e" in low:
            t, e = low.split("e")
            exp = int(e) if not e[:1].isspace() else _natural("")
        if "." in t:
            whole, frac = t.split(".")
            if not whole and not frac:
                raise ValueError
            n = _natural(whole or "0")
            digits = frac.replace("_", "")
            n = n * 10 ** len(digits) + (_natural(frac) if frac else 0)
            exp -= len(digits)
        else:
            n = _natural(t)
    except ValueError:
        raise ValueError(bad)
    return (sign * n * 10**exp, 1) if exp >= 0 else (sign * n, 10**-exp)


def _natural(s):
    if not s or not s.replace("_", "").isdigit() or s[0] == "_" or s[-1] == "_":
        raise ValueError
    return int(s)


class Fraction:
    __slots__ = ("_n", "_d")

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if isinstance(numerator, int):
                n, d = int(numerator), 1
            elif isinstance(numerator, Fraction):
                n, d = numerator._n, numerator._d
            elif isinstance(numerator, str):
                n, d = _parse(numerator)
                if not d:
                    raise ZeroDivisionError("Fraction(%d, 0)" % n)
                g = gcd(n, d)
                n, d = n // g, d // g
            elif hasattr(numerator, "as_integer_ratio"):
                n, d = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance")
            self._n, self._d = n, d
            return self
        n, d = numerator, denominator
        if not (isinstance(n, (int, Fraction)) and isinstance(d, (int, Fraction))):
            raise TypeError("both arguments should be Rational instances")
        if isinstance(n, Fraction) or isinstance(d, Fraction):
            n, d = n.numerator * d.denominator, d.numerator * n.denominator
        if d == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % n)
        g = gcd(n, d)
        if d < 0:
            g = -g
        self._n, self._d = n // g, d // g
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    numerator = property(lambda self: self._n)
    denominator = property(lambda self: self._d)

    def is_integer(self):
        return self._d == 1

    def as_integer_ratio(self):
        return self._n, self._d

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._d <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._n, self._d
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._d:
            return _make(p1, q1)
        return _make(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return "%s(%d, %d)" % (type(self).__name__, self._n, self._d)

    def __str__(self):
        return str(self._n) if self._d == 1 else "%d/%d" % (self._n, self._d)

    def __format__(self, spec):
        if not spec:
            return str(self)
        from decimal import _format_ratio

        return _format_ratio(self._n, self._d, spec)

    def __add__(self, other):
        return _op(self, other, lambda a, b, c, d: _reduced(a * d + c * b, b * d), lambda x, y: x + y)

    def __radd__(self, other):
        return _rop(self, other, lambda a, b, c, d: _reduced(a * d + c * b, b * d), lambda x, y: x + y)

    def __sub__(self, other):
        return _op(self, other, lambda a, b, c, d: _reduced(a * d - c * b, b * d), lambda x, y: x - y)

    def __rsub__(self, other):
        return _rop(self, other, lambda a, b, c, d: _reduced(a * d - c * b, b * d), lambda x, y: x - y)

    def __mul__(self, other):
        return _op(self, other, lambda a, b, c, d: _reduced(a * c, b * d), lambda x, y: x * y)

    def __rmul__(self, other):
        return _rop(self, other, lambda a, b, c, d: _reduced(a * c, b * d), lambda x, y: x * y)

    def __truediv__(self, other):
        return _op(self, other, _divide, lambda x, y: x / y)

    def __rtruediv__(self, other):
        return _rop(self, other, _divide, lambda x, y: x / y)

    def __floordiv__(self, other):
        return _op(self, other, lambda a, b, c, d: (a * d) // (b * c), lambda x, y: x // y)

    def __rfloordiv__(self, other):
        return _rop(self, other, lambda a, b, c, d: (a * d) // (b * c), lambda x, y: x // y)

    def __mod__(self, other):
        return _op(self, other, lambda a, b, c, d: _reduced((a * d) % (c * b), b * d), lambda x, y: x % y)

    def __rmod__(self, other):
        return _rop(self, other, lambda a, b, c, d: _reduced((a * d) % (c * b), b * d), lambda x, y: x % y)

    def __divmod__(self, other):
        q = self // other
        return NotImplemented if q is NotImplemented else (q, self % other)

    def __rdivmod__(self, other):
        return (other // self, other % self)

    def __pow__(self, b):
        if isinstance(b, Fraction) and b._d == 1:
            b = b._n
        if isinstance(b, int):
            if b >= 0:
                return _make(self._n**b, self._d**b)
            if not self._n:
                raise ZeroDivisionError("Fraction(%d, 0)" % self._d**-b)
            n, d = self._d**-b, self._n**-b
            return _make(-n, -d) if d < 0 else _make(n, d)
        if isinstance(b, (Fraction, float, complex)):
            return float(self) ** (float(b) if not isinstance(b, complex) else b)
        return NotImplemented

    def __rpow__(self, a):
        if self._d == 1 and self._n >= 0:
            return a**self._n
        return a ** float(self) if self._d != 1 else a**self._n

    def __pos__(self):
        return _make(self._n, self._d)

    def __neg__(self):
        return _make(-self._n, self._d)

    def __abs__(self):
        return _make(abs(self._n), self._d)

    def __int__(self):
        return -(-self._n // self._d) if self._n < 0 else self._n // self._d

    __trunc__ = __int__

    def __floor__(self):
        return self._n // self._d

    def __ceil__(self):
        return -(-self._n // self._d)

    def __round__(self, ndigits=None):
        if ndigits is None:
            q, r = divmod(self._n, self._d)
            r *= 2
            return q + 1 if r > self._d or r == self._d and q & 1 else q
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __float__(self):
        return self._n / self._d

    def __complex__(self):
        return complex(float(self))

    def __hash__(self):
        return hash(self._n) if self._d == 1 else hash(float(self)) if Fraction(float(self)) == self else hash((self._n, self._d))

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._n, self._d)

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __bool__(self):
        return self._n != 0

    def __eq__(self, other):
        if isinstance(other, int):
            return self._d == 1 and self._n == other
        if isinstance(other, Fraction):
            return self._n == other._n and self._d == other._d
        if isinstance(other, float):
            return other - other == 0 and self == Fraction(other)
        if isinstance(other, complex) and other.imag == 0:
            return self == other.real
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, int):
            return op(self._n, other * self._d)
        if isinstance(other, Fraction):
            return op(self._n * other._d, other._n * self._d)
        if isinstance(other, float):
            return op(0.0, other) if other - other != 0 else self._compare(Fraction(other), op)
        return NotImplemented

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return type(self), (self._n, self._d)

    real = property(lambda self: self)
    imag = property(lambda self: 0)

    def conjugate(self):
        return self


def _make(n, d):
    self = object.__new__(Fraction)
    self._n, self._d = n, d
    return self


def _reduced(n, d):
    g = gcd(n, d)
    return _make(n // g, d // g)


def _divide(a, b, c, d):
    n, m = a * d, b * c
    if not m:
        raise ZeroDivisionError("Fraction(%d, 0)" % n)
    return _reduced(-n, -m) if m < 0 else _reduced(n, m)


def _op(self, other, exact, floating):
    if isinstance(other, int):
        return exact(self._n, self._d, other, 1)
    if isinstance(other, Fraction):
        return exact(self._n, self._d, other._n, other._d)
    if isinstance(other, float):
        return floating(float(self), other)
    return floating(complex(float(self)), other) if isinstance(other, complex) else NotImplemented


def _rop(self, other, exact, floating):
    if isinstance(other, int):
        return exact(other, 1, self._n, self._d)
    if isinstance(other, float):
        return floating(other, float(self))
    return floating(other, complex(float(self))) if isinstance(other, complex) else NotImplemented


Rational.register(Fraction)
