# Functions of complex numbers, by Kahan's formulas.
import math as _m
from math import e, inf, nan, pi, tau

infj, nanj = complex(0.0, inf), complex(0.0, nan)


def _parts(z):
    if not isinstance(z, (int, float, complex)):
        for name in ("__complex__", "__float__", "__index__"):
            if hasattr(type(z), name):
                z = getattr(z, name)()
                break
        else:
            raise TypeError("must be real number, not " + type(z).__name__)
    return float(z.real), float(z.imag)


def phase(z, /):
    x, y = _parts(z)
    return _m.atan2(y, x)


def polar(z, /):
    return abs(complex(z)), phase(z)


def rect(r, phi, /):
    return complex(r * _m.cos(phi), r * _m.sin(phi))


def sqrt(z, /):
    x, y = _parts(z)
    if not x and not y:
        return complex(0.0, y)
    s = _m.sqrt((abs(x) + _m.hypot(x, y)) / 2)
    d = abs(y) / (2 * s)
    return complex(s, _m.copysign(d, y)) if x >= 0 else complex(d, _m.copysign(s, y))


def exp(z, /):
    x, y = _parts(z)
    r = _m.exp(x)
    return complex(r * _m.cos(y), r * _m.sin(y))


def _log(z):
    x, y = _parts(z)
    h = _m.hypot(x, y)
    if not h:
        raise ValueError("math domain error")
    if 0.71 <= h <= 1.73:
        a, b = max(abs(x), abs(y)), min(abs(x), abs(y))
        return complex(_m.log1p((a - 1) * (a + 1) + b * b) / 2, _m.atan2(y, x))
    return complex(_m.log(h), _m.atan2(y, x))


def log(z, base=None, /):
    return _log(z) if base is None else _log(z) / _log(base)


def log10(z, /):
    z = _log(z)
    return complex(z.real / _m.log(10.0), z.imag / _m.log(10.0))


def cosh(z, /):
    x, y = _parts(z)
    return complex(_m.cos(y) * _m.cosh(x), _m.sin(y) * _m.sinh(x))


def sinh(z, /):
    x, y = _parts(z)
    return complex(_m.cos(y) * _m.sinh(x), _m.sin(y) * _m.cosh(x))


def tanh(z, /):
    x, y = _parts(z)
    if abs(x) > 350:
        return complex(_m.copysign(1.0, x), 4.0 * _m.sin(y) * _m.cos(y) * _m.exp(-2.0 * abs(x)))
    a, b, c = _m.tanh(x), _m.tan(y), 1.0 / _m.cosh(x)
    d = 1.0 + (a * b) * (a * b)
    return complex(a * (1.0 + b * b) / d, b / d * c * c)


def acos(z, /):
    x, y = _parts(z)
    a, b = sqrt(complex(1.0 - x, -y)), sqrt(complex(1.0 + x, y))
    return complex(2.0 * _m.atan2(a.real, b.real), _m.asinh(b.real * a.imag - b.imag * a.real))


def acosh(z, /):
    x, y = _parts(z)
    a, b = sqrt(complex(x - 1.0, y)), sqrt(complex(x + 1.0, y))
    return complex(_m.asinh(a.real * b.real + a.imag * b.imag), 2.0 * _m.atan2(a.imag, b.real))


def asinh(z, /):
    x, y = _parts(z)
    a, b = sqrt(complex(1.0 + y, -x)), sqrt(complex(1.0 - y, x))
    return complex(_m.asinh(a.real * b.imag - b.real * a.imag), _m.atan2(y, a.real * b.real - a.imag * b.imag))


def atanh(z, /):
    x, y = _parts(z)
    if x < 0 or x == 0 and _m.copysign(1.0, x) < 0:
        return -atanh(complex(-x, -y))
    if x == 1 and not y:
        raise ValueError("math domain error")
    return complex(
        _m.log1p(4.0 * x / ((1 - x) * (1 - x) + y * y)) / 4.0, -_m.atan2(-2.0 * y, (1 - x) * (1 + x) - y * y) / 2.0
    )


# The others are those of a number turned by a quarter.
def _turned(f):
    def turned(z, /):
        x, y = _parts(z)
        z = f(complex(-y, x))
        return complex(z.imag, -z.real)

    return turned


sin, tan, asin, atan = _turned(sinh), _turned(tanh), _turned(asinh), _turned(atanh)


def cos(z, /):
    x, y = _parts(z)
    return cosh(complex(-y, x))


def isfinite(z, /):
    return all([_m.isfinite(p) for p in _parts(z)])


def isinf(z, /):
    return any([_m.isinf(p) for p in _parts(z)])


def isnan(z, /):
    return any([_m.isnan(p) for p in _parts(z)])


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
