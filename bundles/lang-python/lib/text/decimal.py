# Decimal numbers: a sign, an integer and a power of ten, or one of "F" (infinity), "n", "N" (NaN).
import _hognose

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1
HAVE_THREADS = False
ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_signals = (Clamped, InvalidOperation, DivisionByZero, Inexact, Rounded, Subnormal, Overflow, Underflow, FloatOperation)


def _rounds_up(mode, sign, kept, rest, unit):
    # Whether cutting off rest (in 0..unit) makes kept one larger.
    if not rest:
        return False
    twice = rest * 2
    if mode == ROUND_HALF_EVEN:
        return twice > unit or twice == unit and kept & 1
    if mode == ROUND_HALF_UP:
        return twice >= unit
    if mode == ROUND_HALF_DOWN:
        return twice > unit
    if mode == ROUND_DOWN:
        return False
    if mode == ROUND_UP:
        return True
    if mode == ROUND_CEILING:
        return not sign
    if mode == ROUND_FLOOR:
        return bool(sign)
    if mode == ROUND_05UP:
        return kept % 10 in (0, 5)
    raise TypeError(
        "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"
    )


def _digits(n):
    return len(str(n))


class Context:
    def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=None, traps=None):
        if not isinstance(prec, int):
            raise TypeError("an integer is required")
        if prec < 1:
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        self.prec = prec
        self.rounding = rounding
        self.Emin = Emin
        self.Emax = Emax
        self.capitals = capitals
        self.clamp = clamp
        self.flags = _switches(flags, ())
        self.traps = _switches(traps, (InvalidOperation, DivisionByZero, Overflow))

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags), dict(self.traps))

    __copy__ = copy

    def __repr__(self):
        return "Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])" % (
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
            ", ".join([s.__name__ for s in _order if self.flags[s]]), ", ".join([s.__name__ for s in _order if self.traps[s]]),
        )

    def clear_flags(self):
        for s in _signals:
            self.flags[s] = False

    def clear_traps(self):
        for s in _signals:
            self.traps[s] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def _raise(self, signal, detail=None, result=None):
        parent = signal
        for s in _signals:
            if s in (signal,) or signal in (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext) and s is InvalidOperation:
                parent = s
        self.flags[parent] = True
        if self.traps[parent]:
            raise parent([signal])
        return _nan if result is None else result

    def create_decimal(self, num="0"):
        return _new(num, self)._fix(self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._fix(self)

    def divide(self, a, b):
        return _divide(_conv(a), _conv(b), self)

    def add(self, a, b):
        return _add(_conv(a), _conv(b), self)

    def subtract(self, a, b):
        return _add(_conv(a), _flip(_conv(b)), self)

    def multiply(self, a, b):
        return _multiply(_conv(a), _conv(b), self)

    def power(self, a, b, modulo=None):
        return _power(_conv(a), _conv(b), self)

    def plus(self, a):
        return _conv(a)._fix(self)

    def minus(self, a):
        return _flip(_conv(a))._fix(self)

    def abs(self, a):
        return _conv(a).copy_abs()._fix(self)

    def to_sci_string(self, a):
        return _conv(a).__str__(False, self)

    # The others are a Decimal's methods.
    def __getattr__(self, name):
        f = None if name.startswith("_") else getattr(Decimal, name, None)
        if f is None:
            raise AttributeError("'decimal.Context' object has no attribute %r" % name)
        kwds = {"context": self} if "context" in f.__code__.co_varnames else {}
        return lambda a, *args: f(_conv(a), *args, **kwds)


_order = (InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow, Clamped)


def _switches(given, default):
    if isinstance(given, dict):
        return dict([(s, bool(given.get(s, False))) for s in _signals])
    given = default if given is None else given
    return dict([(s, s in given) for s in _signals])


DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])
_current = Context()


def getcontext():
    return _current


def setcontext(context):
    global _current
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current = context


class localcontext:
    def __init__(self, ctx=None, **kwargs):
        self.new = (_current if ctx is None else ctx).copy()
        for k, v in kwargs.items():
            if k not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
                raise TypeError("'%s' is an invalid keyword argument for this function" % k)
            setattr(self.new, k, _switches(v, ()) if k in ("flags", "traps") else v)

    def __enter__(self):
        self.saved = _current
        _open.append(_current)
        setcontext(self.new)
        return self.new

    def __exit__(self, t, v, tb):
        setcontext(self.saved)
        if _open:
            _open.pop()


_open = []


def _leave():
    if _open:
        setcontext(_open[0])
        _open.clear()


_hognose.after_interrupt(_leave)


def _make(sign, n, exp):
    d = object.__new__(Decimal)
    d._s, d._n, d._e = sign, n, exp
    return d


def _parse(s):
    # (sign, integer, exponent), or None for what is no number.
    t = s.strip().replace("_", "")
    sign = 0
    if t[:1] in ("+", "-"):
        sign = int(t[0] == "-")
        t = t[1:]
    low = t.lower()
    if low in ("inf", "infinity"):
        return sign, 0, "F"
    for head, kind in (("snan", "N"), ("nan", "n")):
        if low.startswith(head):
            rest = low[len(head) :]
            return (sign, int(rest or 0), kind) if not rest or rest.isdigit() else None
    exp = 0
    if "e" in low:
        i = low.index("e")
        e = low[i + 1 :]
        if not (e[1:] if e[:1] in ("+", "-") else e).isdigit():
            return None
        exp = int(e)
        t = t[:i]
    whole, dot, frac = t.partition(".")
    if not (whole + frac).isdigit():
        return None
    return sign, int(whole + frac), exp - len(frac)


def _new(value, context):
    if isinstance(value, Decimal):
        return _make(value._s, value._n, value._e)
    if isinstance(value, int):
        return _make(int(value < 0), abs(int(value)), 0)
    if isinstance(value, str):
        parsed = _parse(value)
        if parsed is None:
            return context._raise(ConversionSyntax)
        return _make(*parsed)
    if isinstance(value, float):
        context._raise(FloatOperation, None, value)
        return Decimal.from_float(value)
    if isinstance(value, (tuple, list)):
        if len(value) != 3:
            raise ValueError("argument must be a sequence of length 3")
        sign, digits, exp = value
        if sign not in (0, 1):
            raise ValueError("sign must be an integer with the value 0 or 1")
        n = 0
        for d in digits:
            if not isinstance(d, int) or not 0 <= d <= 9:
                raise ValueError("coefficient must be a tuple of digits")
            n = n * 10 + d
        return _make(sign, n if exp != "F" else 0, exp)
    raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)


class Decimal:
    __slots__ = ("_s", "_n", "_e")

    def __new__(cls, value="0", context=None):
        d = _new(value, context or _current)
        if cls is Decimal:
            return d
        self = object.__new__(cls)
        self._s, self._n, self._e = d._s, d._n, d._e
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if f != f:
            d = _make(0, 0, "n")
        elif f - f != 0:
            d = _make(int(f < 0), 0, "F")
        else:
            n, m = abs(f).as_integer_ratio()
            k = m.bit_length() - 1
            d = _make(int(f < 0 or str(f)[0] == "-"), n * 5**k, -k)
        return d if cls is Decimal else cls(d)

    def _special(self):
        return isinstance(self._e, str)

    def is_nan(self):
        return self._e in ("n", "N")

    def is_qnan(self):
        return self._e == "n"

    def is_snan(self):
        return self._e == "N"

    def is_infinite(self):
        return self._e == "F"

    def is_finite(self):
        return not self._special()

    def is_zero(self):
        return not self._special() and not self._n

    def is_signed(self):
        return self._s == 1

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        c = context or _current
        return not self._special() and self._n != 0 and c.Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        c = context or _current
        return not self._special() and self._n != 0 and c.Emin > self.adjusted()

    def canonical(self):
        return self

    def conjugate(self):
        return self

    def radix(self):
        return Decimal(10)

    def adjusted(self):
        return 0 if self._special() else self._e + _digits(self._n) - 1

    def as_tuple(self):
        digits = tuple([int(c) for c in str(self._n)])
        if self._special():
            digits = (0,) if self._e == "F" else digits if self._n else ()
        return _tuple_type()(self._s, digits, self._e)

    def as_integer_ratio(self):
        if self._special():
            if self.is_nan():
                raise ValueError("cannot convert NaN to integer ratio")
            raise OverflowError("cannot convert Infinity to integer ratio")
        n = -self._n if self._s else self._n
        if self._e >= 0:
            return n * 10**self._e, 1
        from math import gcd

        d = 10**-self._e
        g = gcd(n, d)
        return n // g, d // g

    def _fix(self, c):
        # Rounded to the context's precision.
        if self._special():
            return self
        n, e = self._n, self._e
        if not n:
            e = min(max(e, c.Etiny()), c.Emax)
            return self if e == self._e else _make(self._s, 0, e)
        digits = _digits(n)
        least = max(e + digits - c.prec, c.Etiny())
        if e + digits - 1 > c.Emax:
            return self._overflow(c)
        if least > e:
            sub = e + digits - 1 < c.Emin
            n, inexact = _cut(self._s, n, least - e, c.rounding)
            e = least
            if _digits(n) > c.prec:
                n //= 10
                e += 1
            if e + _digits(n) - 1 > c.Emax:
                return self._overflow(c)
            if sub:
                c._raise(Subnormal, None, self)
            if inexact:
                if sub:
                    c._raise(Underflow, None, self)
                c._raise(Inexact, None, self)
            c._raise(Rounded, None, self)
            return _make(self._s, n, e)
        if c.clamp and e > c.Etop():
            return _make(self._s, n * 10 ** (e - c.Etop()), c.Etop())
        return self

    def _overflow(self, c):
        c._raise(Inexact, None, self)
        c._raise(Rounded, None, self)
        if c.rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP) or c.rounding == (ROUND_FLOOR if self._s else ROUND_CEILING):
            result = _make(self._s, 0, "F")
        else:
            result = _make(self._s, 10**c.prec - 1, c.Emax - c.prec + 1)
        return c._raise(Overflow, None, result)

    def __repr__(self):
        return "Decimal('%s')" % str(self)

    def __str__(self, eng=False, context=None):
        sign = "-" if self._s else ""
        if self._special():
            if self._e == "F":
                return sign + "Infinity"
            return sign + ("NaN" if self._e == "n" else "sNaN") + (str(self._n) if self._n else "")
        s = str(self._n)
        left = self._e + len(s)
        if self._e <= 0 and left > -6:
            dot = left
        elif not eng:
            dot = 1
        elif s == "0":
            dot = (left + 1) % 3 - 1
        else:
            dot = (left - 1) % 3 + 1
        if dot <= 0:
            s = "0." + "0" * -dot + s
        elif dot >= len(s):
            s += "0" * (dot - len(s))
        else:
            s = s[:dot] + "." + s[dot:]
        if left != dot:
            s += ("E" if (context or _current).capitals else "e") + "%+d" % (left - dot)
        return sign + s

    def to_eng_string(self, context=None):
        return self.__str__(True, context)

    def __format__(self, spec):
        return _format(self, spec)

    def __hash__(self):
        if self._special():
            if self._e == "N":
                raise TypeError("Cannot hash a signaling NaN value.")
            return hash(float("inf")) * (-1 if self._s else 1) if self._e == "F" else id(self)
        if self._e >= 0 or self._n % 10**-self._e == 0:
            return hash(int(self))
        f = float(self)
        return hash(f) if Decimal.from_float(f) == self else hash(self.as_integer_ratio())

    def __bool__(self):
        return self._special() or self._n != 0

    def _cmp(self, other):
        # -1, 0 or 1; neither is NaN.
        if self._special() or other._special():
            a = 0 if self._e != "F" else -1 if self._s else 1
            b = 0 if other._e != "F" else -1 if other._s else 1
            return (a > b) - (a < b)
        a = -self._n if self._s else self._n
        b = -other._n if other._s else other._n
        if not a or not b or self._s != other._s:
            return (a > b) - (a < b)
        x, y = self.adjusted(), other.adjusted()
        if x != y:
            return 1 if (x > y) != bool(self._s) else -1
        d = self._e - other._e
        if d > 0:
            a *= 10**d
        else:
            b *= 10**-d
        return (a > b) - (a < b)

    def __eq__(self, other):
        other = _conv(other, True, True)
        if other is NotImplemented:
            return other
        if self.is_nan() or other.is_nan():
            return False
        return self._cmp(other) == 0

    def _order(self, other, test):
        other = _conv(other, True, True)
        if other is NotImplemented:
            return other
        if self.is_nan() or other.is_nan():
            _current._raise(InvalidOperation)
            return False
        return test(self._cmp(other))

    def __lt__(self, other):
        return self._order(other, lambda c: c < 0)

    def __le__(self, other):
        return self._order(other, lambda c: c <= 0)

    def __gt__(self, other):
        return self._order(other, lambda c: c > 0)

    def __ge__(self, other):
        return self._order(other, lambda c: c >= 0)

    def compare(self, other, context=None):
        other = _conv(other)
        return _nans(self, other, context or _current) or Decimal(self._cmp(other))

    def compare_total(self, other, context=None):
        other = _conv(other)
        c = self._cmp(other)
        if not c and self._e != other._e:
            c = (1 if self._e > other._e else -1) * (-1 if self._s else 1)
        return Decimal(c)

    def __neg__(self):
        d = _flip(self) if self._n or self._special() else _make(0, 0, self._e)
        return d._fix(_current)

    def __pos__(self):
        return (self if self._n or self._special() else _make(0, 0, self._e))._fix(_current)

    def __abs__(self):
        return self.copy_abs()._fix(_current)

    def copy_abs(self):
        return _make(0, self._n, self._e)

    def copy_negate(self):
        return _flip(self)

    def copy_sign(self, other, context=None):
        return _make(_conv(other)._s, self._n, self._e)

    def __add__(self, other):
        other = _conv(other, True)
        return other if other is NotImplemented else _add(self, other, _current)

    __radd__ = __add__

    def __sub__(self, other):
        other = _conv(other, True)
        return other if other is NotImplemented else _add(self, _flip(other), _current)

    def __rsub__(self, other):
        other = _conv(other, True)
        return other if other is NotImplemented else _add(other, _flip(self), _current)

    def __mul__(self, other):
        other = _conv(other, True)
        return other if other is NotImplemented else _multiply(self, other, _current)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _conv(other, True)
        return other if other is NotImplemented else _divide(self, other, _current)

    def __rtruediv__(self, other):
        other = _conv(other, True)
        return other if other is NotImplemented else _divide(other, self, _current)

    def __floordiv__(self, other):
        other = _conv(other, True)
        return other if other is NotImplemented else _divmod(self, other, _current)[0]

    def __rfloordiv__(self, other):
        other = _conv(other, True)
        return other if other is NotImplemented else _divmod(other, self, _current)[0]

    def __mod__(self, other):
        other = _conv(other, True)
        return other if other is NotImplemented else _divmod(self, other, _current, 1)[1]

    def __rmod__(self, other):
        other = _conv(other, True)
        return other if other is NotImplemented else _divmod(other, self, _current, 1)[1]

    def __divmod__(self, other):
        other = _conv(other, True)
        return other if other is NotImplemented else _divmod(self, other, _current)

    def __rdivmod__(self, other):
        other = _conv(other, True)
        return other if other is NotImplemented else _divmod(other, self, _current)

    def __pow__(self, other, modulo=None):
        other = _conv(other, True)
        return other if other is NotImplemented else _power(self, other, _current)

    def __rpow__(self, other):
        other = _conv(other, True)
        return other if other is NotImplemented else _power(other, self, _current)

    def remainder_near(self, other, context=None):
        other = _conv(other)
        q = (self / other).to_integral_value(ROUND_HALF_EVEN)
        return self - other * q

    def fma(self, other, third, context=None):
        c = context or _current
        wide = Context(_digits(self._n) + _digits(_conv(other)._n) + 2, traps=[])
        return _add(_multiply(self, _conv(other), wide), _conv(third), c)

    def __int__(self):
        if self._special():
            if self.is_nan():
                raise ValueError("cannot convert NaN to integer")
            raise OverflowError("cannot convert Infinity to integer")
        n = self._n * 10**self._e if self._e >= 0 else self._n // 10**-self._e
        return -n if self._s else n

    __trunc__ = __int__

    def __float__(self):
        if self._special():
            if self._e == "N":
                raise ValueError("cannot convert signaling NaN to float")
            return float(("-" if self._s else "") + ("inf" if self._e == "F" else "nan"))
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def __round__(self, n=None):
        if n is None:
            if self._special():
                return int(self)
            return int(self.to_integral_value(ROUND_HALF_EVEN))
        return self.quantize(_make(0, 1, -n))

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR)) if not self._special() else int(self)

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING)) if not self._special() else int(self)

    def quantize(self, exp, rounding=None, context=None):
        c = context or _current
        exp = _conv(exp)
        rounding = rounding or c.rounding
        bad = _nans(self, exp, c)
        if bad:
            return bad
        if self._special() or exp._special():
            return _make(self._s, 0, "F") if self._e == exp._e else c._raise(InvalidOperation)
        if not c.Etiny() <= exp._e <= c.Emax:
            return c._raise(InvalidOperation)
        d = self._rescale(exp._e, rounding)
        if d.adjusted() > c.Emax or _digits(d._n) > c.prec:
            return c._raise(InvalidOperation)
        if d._e > self._e and self._n:
            if d != self:
                c._raise(Inexact, None, d)
            c._raise(Rounded, None, d)
        return d

    def _rescale(self, e, rounding):
        if self._special():
            return self
        if self._e >= e:
            return _make(self._s, self._n * 10 ** (self._e - e) if self._n else 0, e)
        return _make(self._s, _cut(self._s, self._n, e - self._e, rounding)[0], e)

    def same_quantum(self, other, context=None):
        other = _conv(other)
        if self._special() or other._special():
            return self.is_nan() and other.is_nan() or self.is_infinite() and other.is_infinite()
        return self._e == other._e

    def to_integral_value(self, rounding=None, context=None):
        if self._special() or self._e >= 0:
            return _make(self._s, self._n, self._e)
        return self._rescale(0, rounding or (context or _current).rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        d = self.to_integral_value(rounding, context)
        if d != self:
            (context or _current)._raise(Inexact, None, d)
        return d

    def normalize(self, context=None):
        d = self._fix(context or _current)
        if d._special():
            return d
        n, e = d._n, d._e
        if not n:
            return _make(d._s, 0, 0)
        while n % 10 == 0:
            n //= 10
            e += 1
        return _make(d._s, n, e)

    def sqrt(self, context=None):
        c = context or _current
        if self.is_nan():
            return _nans(self, self, c)
        if self._e == "F" and not self._s:
            return self
        if not self._n and self._e != "F":
            return _make(self._s, 0, self._e >> 1)._fix(c)
        if self._s:
            return c._raise(InvalidOperation)
        from math import isqrt

        prec = c.prec + 1
        n, e = self._n, self._e
        if e & 1:
            n *= 10
            half = (_digits(self._n) >> 1) + 1
        else:
            half = (_digits(self._n) + 1) >> 1
        e >>= 1
        shift = prec - half
        exact = True
        if shift >= 0:
            n *= 100**shift
        else:
            n, rest = divmod(n, 100**-shift)
            exact = not rest
        e -= shift
        r = isqrt(n)
        if exact and r * r == n:
            # As near to the wished exponent as it goes.
            if shift >= 0:
                r //= 10**shift
            else:
                r *= 10**-shift
            e += shift
        elif r % 5 == 0:
            r += 1
        return _with_rounding(_make(0, r, e), c, ROUND_HALF_EVEN)

    def exp(self, context=None):
        c = context or _current
        if self.is_nan():
            return _nans(self, self, c)
        if self._e == "F":
            return Decimal(0) if self._s else self
        if not self._n:
            return Decimal(1)
        p = c.prec + 8 + max(0, self.adjusted() + 2)
        if self._s:
            # A small result needs more places for as many digits.
            p += int(min(float(-self), 1e7) * 0.4343) + 1
        return _from_fixed(_exp_fixed(_fixed(self, p), p), p, c)

    def ln(self, context=None):
        c = context or _current
        if self.is_nan():
            return _nans(self, self, c)
        if not self._n and self._e != "F":
            return _make(1, 0, "F")
        if self._s:
            return c._raise(InvalidOperation)
        if self._e == "F":
            return self
        if self == 1:
            return Decimal(0)
        p = c.prec + 12 + _digits(abs(self.adjusted()))
        while True:
            v = _ln_fixed(self, p)
            if _digits(abs(v)) >= c.prec + 3:
                return _from_fixed(v, p, c)
            p += c.prec

    def log10(self, context=None):
        c = context or _current
        if self.is_nan():
            return _nans(self, self, c)
        if not self._n and self._e != "F":
            return _make(1, 0, "F")
        if self._s:
            return c._raise(InvalidOperation)
        if self._e == "F":
            return self
        text = str(self._n)
        if text.rstrip("0") == "1":
            return Decimal(self._e + len(text) - 1)._fix(c)
        p = c.prec + 12 + _digits(abs(self.adjusted()))
        return _from_fixed(_ln_fixed(self, p + 8) * 10**p // _ln_fixed(Decimal(10), p + 8), p, c)

    def logb(self, context=None):
        return Decimal(self.adjusted())

    def scaleb(self, other, context=None):
        return _make(self._s, self._n, self._e + int(other))._fix(context or _current)

    def _extreme(self, other, larger, magnitude=False):
        other = _conv(other)
        if self.is_nan() or other.is_nan():
            if self._e == "n" and not other.is_nan():
                return other._fix(_current)
            if other._e == "n" and not self.is_nan():
                return self._fix(_current)
            return _nans(self, other, _current)
        a, b = (self.copy_abs(), other.copy_abs()) if magnitude else (self, other)
        c = a._cmp(b)
        if not c:
            c = int(self.compare_total(other))
        return (self if (c >= 0) == larger or not c else other)._fix(_current)

    def max(self, other, context=None):
        return self._extreme(other, True)

    def min(self, other, context=None):
        return self._extreme(other, False)

    def max_mag(self, other, context=None):
        return self._extreme(other, True, True)

    def min_mag(self, other, context=None):
        return self._extreme(other, False, True)

    def number_class(self, context=None):
        if self._e == "N":
            return "sNaN"
        if self._e == "n":
            return "NaN"
        sign = "-" if self._s else "+"
        if self._e == "F":
            return sign + "Infinity"
        if not self._n:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def _step(self, up, context):
        c = (context or _current).copy()
        c.rounding = ROUND_CEILING if up else ROUND_FLOOR
        c.clear_traps()
        d = self._fix(c)
        return d if d != self else _add(self, _make(0 if up else 1, 1, c.Etiny() - 1), c)

    def next_plus(self, context=None):
        return self._step(True, context)

    def next_minus(self, context=None):
        return self._step(False, context)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return type(self), (str(self),)


_nan = _make(0, 0, "n")
_tt = None


def _tuple_type():
    global _tt
    if _tt is None:
        from collections import namedtuple

        _tt = namedtuple("DecimalTuple", "sign digits exponent")
    return _tt


def __getattr__(name):
    if name == "DecimalTuple":
        return _tuple_type()
    raise AttributeError("module 'decimal' has no attribute '" + name + "'")


def _conv(other, soft=False, compare=False):
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return _make(int(other < 0), abs(int(other)), 0)
    if compare:
        if isinstance(other, float):
            _current._raise(FloatOperation, None, other)
            return Decimal.from_float(other)
        if type(other).__name__ == "Fraction":
            # Compared in a precision that is enough for any case that differs.
            with localcontext(Context(200, traps=[])):
                return Decimal(other.numerator) / Decimal(other.denominator)
    if soft:
        return NotImplemented
    raise TypeError("conversion from %s to Decimal is not supported" % type(other).__name__)


def _flip(d):
    return _make(1 - d._s, d._n, d._e)


def _cut(sign, n, digits, rounding):
    # (n without its last digits, rounded; whether anything was lost)
    unit = 10**digits
    q, r = divmod(n, unit)
    return q + 1 if _rounds_up(rounding, sign, q, r, unit) else q, bool(r)


def _with_rounding(d, c, rounding):
    flags = c.flags
    c = c.copy()
    c.flags = flags
    c.rounding = rounding
    return d._fix(c)


def _nans(a, b, c):
    for x in (a, b):
        if x._e == "N":
            return c._raise(InvalidOperation, None, _make(x._s, x._n, "n"))
    return a if a._e == "n" else b if b._e == "n" else None


def _add(a, b, c):
    if a._special() or b._special():
        nan = _nans(a, b, c)
        if nan:
            return nan
        if a._e == "F" and b._e == "F" and a._s != b._s:
            return c._raise(InvalidOperation)
        return a if a._e == "F" else b
    e = min(a._e, b._e)
    if not a._n or not b._n:
        if not a._n and not b._n:
            sign = a._s & b._s if a._s == b._s or c.rounding != ROUND_FLOOR else 1
            return _make(sign, 0, e)._fix(c)
        x, zero = (b, a) if not a._n else (a, b)
        e = max(zero._e, x._e - c.prec - 1) if zero._e < x._e else x._e
        return x._rescale(e, c.rounding)._fix(c)
    # A term too small to show is only a little of something.
    if abs(a.adjusted() - b.adjusted()) > c.prec + 2:
        big, small = (a, b) if a.adjusted() > b.adjusted() else (b, a)
        least = min(big._e, big.adjusted() - c.prec - 2)
        if small.adjusted() < least:
            small = _make(small._s, 1, least - 1)
            a, b = big, small
            e = min(a._e, b._e)
    x = a._n * 10 ** (a._e - e)
    y = b._n * 10 ** (b._e - e)
    n = (-x if a._s else x) + (-y if b._s else y)
    if not n:
        return _make(1 if c.rounding == ROUND_FLOOR else 0, 0, e)._fix(c)
    return _make(int(n < 0), abs(n), e)._fix(c)


def _multiply(a, b, c):
    sign = a._s ^ b._s
    if a._special() or b._special():
        nan = _nans(a, b, c)
        if nan:
            return nan
        if a.is_zero() or b.is_zero():
            return c._raise(InvalidOperation)
        return _make(sign, 0, "F")
    return _make(sign, a._n * b._n, a._e + b._e)._fix(c)


def _divide(a, b, c):
    sign = a._s ^ b._s
    if a._special() or b._special():
        nan = _nans(a, b, c)
        if nan:
            return nan
        if a._e == "F":
            return c._raise(InvalidOperation) if b._e == "F" else _make(sign, 0, "F")
        return _make(sign, 0, c.Etiny())
    if not b._n:
        if not a._n:
            return c._raise(DivisionUndefined)
        return c._raise(DivisionByZero, None, _make(sign, 0, "F"))
    if not a._n:
        return _make(sign, 0, a._e - b._e)._fix(c)
    shift = _digits(b._n) - _digits(a._n) + c.prec + 1
    e = a._e - b._e - shift
    q, r = divmod(a._n * 10**shift, b._n) if shift >= 0 else divmod(a._n, b._n * 10**-shift)
    if r:
        if q % 5 == 0:
            q += 1
    else:
        ideal = a._e - b._e
        while e < ideal and q % 10 == 0:
            q //= 10
            e += 1
    return _make(sign, q, e)._fix(c)


def _divmod(a, b, c, only=0):
    sign = a._s ^ b._s
    nan = _nans(a, b, c)
    if nan:
        return nan, nan
    if a._e == "F":
        bad = c._raise(InvalidOperation)
        return (bad, bad) if b._e == "F" or only else (_make(sign, 0, "F"), bad)
    if b._e == "F":
        return _make(sign, 0, 0), a._fix(c)
    if not b._n:
        if not a._n or only:
            bad = c._raise(DivisionUndefined if not a._n else InvalidOperation)
            return bad, bad
        return c._raise(DivisionByZero, None, _make(sign, 0, "F")), _nan
    e = min(a._e, b._e)
    if a.adjusted() - b.adjusted() > c.prec:
        bad = c._raise(DivisionImpossible)
        return bad, bad
    if b.adjusted() > a.adjusted() + 1:
        return _make(sign, 0, 0), _make(a._s, a._n, a._e)._rescale(min(e, a._e), c.rounding)._fix(c)
    q, r = divmod(a._n * 10 ** (a._e - e), b._n * 10 ** (b._e - e))
    if _digits(q) > c.prec:
        bad = c._raise(DivisionImpossible)
        return bad, bad
    return _make(sign, q, 0), _make(a._s, r, e)._fix(c)


def _power(a, b, c):
    nan = _nans(a, b, c)
    if nan:
        return nan
    if not b._special() and not b._n:
        return c._raise(InvalidOperation) if a.is_zero() else Decimal(1)
    whole = not b._special() and b == b.to_integral_value()
    odd = whole and int(b) & 1
    sign = a._s if odd else 0
    if a._s and a._n and not whole:
        return c._raise(InvalidOperation)
    if a.is_zero():
        return _make(sign, 0, "F") if b._s else _make(sign, 0, 0)
    if a._e == "F":
        return _make(sign, 0, 0) if b._s else _make(sign, 0, "F")
    mag = a.copy_abs()
    if b._e == "F":
        k = mag._cmp(Decimal(1))
        return Decimal(1) if not k else _make(0, 0, "F") if (k > 0) != bool(b._s) else _make(0, 0, 0)
    if whole:
        n = abs(int(b))
        # Exactly, if that is not out of proportion.
        if n * _digits(mag._n) <= 4 * c.prec + 400:
            d = _make(sign, mag._n**n, mag._e * n)
            if not b._s:
                return d._fix(c)
            one = _make(0, 1, 0)
            return _divide(one, d, c)
    if mag == 1:
        return _make(sign, 10 ** (c.prec - 1), 1 - c.prec) if not whole or mag._n != 1 or mag._e else _make(sign, 1, 0)
    w = Context(c.prec + 10 + abs(b.adjusted()), traps=[], Emax=MAX_EMAX, Emin=MIN_EMIN)
    p = w.prec + 10
    lnx = mag.ln(w)
    t = _multiply(lnx, b, w)
    if t.adjusted() > 20:
        return _make(sign, 0, "F") if not t._s else _make(sign, 0, c.Etiny())
    r = t.exp(w)
    return _make(sign, r._n, r._e)._fix(c)


# exp and ln in integers that stand for multiples of 10**-p.
def _fixed(d, p):
    n = d._n * 10 ** (d._e + p) if d._e + p >= 0 else d._n // 10 ** -(d._e + p)
    return -n if d._s else n


def _from_fixed(v, p, c):
    sign = int(v < 0)
    v = abs(v)
    return _with_rounding(_make(sign, v * 10 + 1, -p - 1), c, ROUND_HALF_EVEN)


_ln10_cache = {}


def _ln10(p):
    if p not in _ln10_cache:
        # 10 = 2**3 * 5/4
        one = 10 ** (p + 6)
        ln2 = 2 * _atanh_inv(3, one)
        _ln10_cache.clear()
        _ln10_cache[p] = (3 * ln2 + 2 * _atanh_inv(9, one)) // 10**6
    return _ln10_cache[p]


def _atanh_inv(n, one):
    # atanh(1/n)
    term = one // n
    total = term
    k = 1
    while term:
        term //= n * n
        k += 2
        total += term // k
    return total


def _exp_fixed(x, p):
    ln10 = _ln10(p + 10)
    extra = 10
    x *= 10**extra
    q, r = divmod(x, ln10)
    p += extra
    one = 10**p
    # Halved until small, then squared back.
    k = 8
    r >>= k
    total = term = one
    n = 1
    while term:
        term = term * r // one // n
        total += term
        n += 1
    for _ in range(k):
        total = total * total // one
    return total * 10**q // 10**extra if q >= 0 else total // 10 ** (-q + extra)


def _ln_fixed(d, p):
    # d = m * 10**k with m near 1; Newton's steps from a float's logarithm.
    from math import log

    k = d.adjusted()
    p += 6
    one = 10**p
    digits = _digits(d._n)
    m = d._n * 10 ** (p - digits + 1) if p - digits + 1 >= 0 else d._n // 10 ** (digits - 1 - p)
    if m > 3 * one:
        m //= 10
        k += 1
    f = m / one
    y = int(log(f) * 1e15) * 10 ** (p - 15)
    # y += 2 (m - e**y) / (m + e**y), of third order
    n = 15
    while n < p * 2:
        e = _exp_fixed(y, p)
        y += 2 * (m - e) * one // (m + e)
        n *= 3
    return (y + k * _ln10(p)) // 10**6


def _spec(spec):
    # The format mini-language.
    s = spec
    fill, align = " ", ""
    if len(s) > 1 and s[1] in "<>=^":
        fill, align, s = s[0], s[1], s[2:]
    elif s[:1] in ("<", ">", "=", "^") and s:
        align, s = s[0], s[1:]
    sign = "-"
    if s[:1] in ("+", "-", " ") and s:
        sign, s = s[0], s[1:]
    no_neg_zero = s[:1] == "z"
    s = s[no_neg_zero:]
    alt = s[:1] == "#"
    s = s[alt:]
    zero = s[:1] == "0"
    if zero:
        s = s[1:]
        if not align:
            fill, align = "0", "="
    i = 0
    while i < len(s) and s[i].isdigit():
        i += 1
    width = int(s[:i] or 0)
    s = s[i:]
    comma = ""
    if s[:1] in (",", "_") and s:
        comma, s = s[0], s[1:]
    prec = None
    if s[:1] == ".":
        i = 1
        while i < len(s) and s[i].isdigit():
            i += 1
        if i == 1:
            raise ValueError("Invalid format specifier " + repr(spec))
        prec = int(s[1:i])
        s = s[i:]
    if s not in ("", "e", "E", "f", "F", "g", "G", "%", "n"):
        raise ValueError("invalid format string")
    return fill, align or ">", sign, no_neg_zero, alt, width, comma, prec, s


def _finish(negative, whole, rest, spec):
    fill, align, sign, _, _, width, comma, _, _ = spec
    lead = "-" if negative else sign if sign in "+ " else ""
    room = width - len(lead) - len(rest)
    if comma:
        groups = []
        if align == "=" and fill == "0":
            # Zeros are grouped as well.
            while len(whole) + (len(whole) - 1) // 3 < room:
                whole = "0" + whole
        while len(whole) > 3:
            groups.insert(0, whole[-3:])
            whole = whole[:-3]
        whole = comma.join([whole] + groups)
    body = whole + rest
    if align == "=":
        return lead + fill * max(0, width - len(lead) - len(body)) + body
    body = lead + body
    pad = max(0, width - len(body))
    if align == "<":
        return body + fill * pad
    if align == "^":
        return fill * (pad // 2) + body + fill * (pad - pad // 2)
    return fill * pad + body


def _format(d, text):
    spec = _spec(text)
    prec, kind = spec[7], spec[8]
    if d._special():
        s = str(d.copy_abs())
        if kind == "%":
            s += "%"
        return _finish(d._s, s, "", (spec[0] if spec[0] != "0" else " ", ">" if spec[1] == "=" else spec[1]) + spec[2:6] + ("",) + spec[7:])
    if kind == "":
        kind = "g" if _current.capitals == 0 else "G"
    if kind == "n":
        kind = "g"
    if kind == "%":
        d = _make(d._s, d._n, d._e + 2)
    rounding = _current.rounding
    if prec is not None:
        if kind in "eE":
            if d._n:
                d = _significant(d, prec + 1, rounding)
        elif kind in "fF%":
            d = d._rescale(-prec, rounding)
        elif _digits(d._n) > max(prec, 1):
            d = _significant(d, max(prec, 1), rounding)
    if not d._n and d._e > 0 and kind in "fF%":
        d = d._rescale(0, rounding)
    s = str(d._n)
    if not d._n and prec is not None and kind in "eE":
        s = "0" * (prec + 1)
    left = d._e + len(s)
    if kind in "eE":
        dot = 1
    elif kind in "fF%":
        dot = left
    else:
        dot = left if d._e <= 0 and left > -6 else 1
    if dot < 0:
        whole, frac = "0", "0" * -dot + s
    elif dot > len(s):
        whole, frac = s + "0" * (dot - len(s)), ""
    else:
        whole, frac = s[:dot] or "0", s[dot:]
    exp = left - dot
    rest = "." + frac if frac or spec[4] else ""
    if exp or kind in "eE":
        rest += ("e" if kind in "eg" else "E") + "%+d" % exp
    if kind == "%":
        rest += "%"
    negative = d._s
    if spec[3] and not d._n:
        negative = 0
    return _finish(negative, whole, rest, spec)


def _significant(d, places, rounding):
    if not d._n:
        return _make(d._s, 0, d.adjusted() + 1 - places)
    r = d._rescale(d.adjusted() + 1 - places, rounding)
    return r._rescale(r.adjusted() + 1 - places, rounding) if r.adjusted() != d.adjusted() else r


def _format_ratio(n, d, text):
    # A Fraction's format: rounded half to even from the exact value.
    spec = _spec(text)
    prec, kind = spec[7], spec[8]
    if not kind:
        raise ValueError("Invalid format specifier %r for object of type 'Fraction'" % text)
    prec = 6 if prec is None else prec
    neg = n < 0
    n = abs(n)
    if kind in "fF%":
        if kind == "%":
            n *= 100
        scaled, r = divmod(n * 10**prec, d)
        scaled += 2 * r > d or 2 * r == d and scaled & 1
        s = str(scaled)
        s = "0" * (prec + 1 - len(s)) + s
        whole, frac = (s[:-prec], s[-prec:]) if prec else (s, "")
        neg = neg and not (spec[3] and not scaled)
        return _finish(neg, whole, ("." + frac if frac or spec[4] else "") + ("%" if kind == "%" else ""), spec)
    places = max(prec, 1) if kind in "gG" else prec + 1

    if not n:
        e, scaled = 0, 0
    else:
        e = _digits(n) - _digits(d)
        if n * 10 ** max(-e, 0) < d * 10 ** max(e, 0):
            e -= 1
        shift = places - 1 - e
        a, b = (n * 10**shift, d) if shift >= 0 else (n, d * 10**-shift)
        scaled, r = divmod(a, b)
        scaled += 2 * r > b or 2 * r == b and scaled & 1
        if _digits(scaled) > places:
            scaled //= 10
            e += 1
    s = str(scaled)
    s += "0" * (places - len(s))
    if kind in "gG" and -4 <= e < places:
        if e >= 0:
            whole, frac = s[: e + 1], s[e + 1 :]
        else:
            whole, frac = "0", "0" * (-e - 1) + s
        tail = ""
    else:
        whole, frac = s[0], s[1:]
        tail = ("E" if kind in "EG" else "e") + "%+03d" % e
    if kind in "gG" and not spec[4]:
        frac = frac.rstrip("0")
    return _finish(neg, whole, ("." + frac if frac or spec[4] else "") + tail, spec)
