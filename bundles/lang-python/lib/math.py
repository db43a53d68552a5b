# What C's math does not have, on top of it.
from umath import *
import umath as _m

_inf = float("inf")


def _index(x):
    if isinstance(x, int):
        return int(x)
    if hasattr(type(x), "__index__"):
        return x.__index__()
    raise TypeError("'%s' object cannot be interpreted as an integer" % type(x).__name__)


def gcd(*integers):
    a = 0
    for b in integers:
        b = abs(_index(b))
        while b:
            a, b = b, a % b
    return a


def lcm(*integers):
    a = 1
    for b in integers:
        b = abs(_index(b))
        if not b:
            return 0
        a = a // gcd(a, b) * b
    return a


def isqrt(n):
    n = _index(n)
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    if n < 4503599627370496:
        return int(_m.sqrt(n))
    c = (n.bit_length() - 1) // 2
    a = 1
    d = 0
    for s in range(c.bit_length() - 1, -1, -1):
        e = d
        d = c >> s
        a = (a << d - e - 1) + (n >> 2 * c - e - d + 1) // a
    return a - (a * a > n)


def _prod(low, high):
    if high - low < 8:
        p = 1
        for i in range(low, high):
            p *= i
        return p
    mid = (low + high) // 2
    return _prod(low, mid) * _prod(mid, high)


def factorial(x):
    if isinstance(x, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    x = _index(x)
    if x < 0:
        raise ValueError("factorial() not defined for negative values")
    return _prod(2, x + 1) if x > 1 else 1


def perm(n, k=None):
    if k is None:
        return factorial(n)
    n, k = _index(n), _index(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    return 0 if k > n else _prod(n - k + 1, n + 1)


def comb(n, k):
    n, k = _index(n), _index(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    k = min(k, n - k)
    return _prod(n - k + 1, n + 1) // factorial(k)


def prod(iterable, *, start=1):
    for x in iterable:
        start = start * x
    return start


def fsum(seq):
    # Partial sums that do not overlap, by Shewchuk, and the last bit rounded half to even.
    partials = []
    special = 0.0
    for x in seq:
        x = float(x)
        if x - x != 0.0:
            special += x
            continue
        i = 0
        for y in partials:
            if abs(x) < abs(y):
                x, y = y, x
            hi = x + y
            lo = y - (hi - x)
            if lo:
                partials[i] = lo
                i += 1
            x = hi
        if x - x != 0.0:
            raise OverflowError("intermediate overflow in fsum")
        partials[i:] = [x]
    if special != 0.0:
        if special != special and not _any_nan(seq):
            raise ValueError("-inf + inf in fsum")
        return special
    if not partials:
        return 0.0
    n = len(partials)
    hi = partials[n - 1]
    lo = 0.0
    n -= 1
    while n > 0:
        x = hi
        n -= 1
        y = partials[n]
        hi = x + y
        lo = y - (hi - x)
        if lo:
            break
    if n > 0 and (lo < 0.0 and partials[n - 1] < 0.0 or lo > 0.0 and partials[n - 1] > 0.0):
        y = lo * 2.0
        x = hi + y
        if y == x - hi:
            hi = x
    return hi


def _any_nan(seq):
    return isinstance(seq, (list, tuple)) and any([x != x for x in seq])


def sumprod(p, q):
    p, q = list(p), list(q)
    if len(p) != len(q):
        raise ValueError("Inputs are not the same length")
    if any([isinstance(x, float) for x in p]) or any([isinstance(x, float) for x in q]):
        if all([isinstance(x, (int, float)) for x in p + q]):
            return _exact_float_sum(p, q)
    total = 0
    for a, b in zip(p, q):
        total += a * b
    return total


def _split(a):
    c = 134217729.0 * a
    hi = c - (c - a)
    return hi, a - hi


def _exact_float_sum(p, q):
    parts = []
    for a, b in zip(p, q):
        a, b = float(a), float(b)
        x = a * b
        ah, al = _split(a)
        bh, bl = _split(b)
        e = ((ah * bh - x) + ah * bl + al * bh) + al * bl
        parts.append(x)
        if e == e and e - e == 0:
            parts.append(e)
    return fsum(parts)


def hypot(*coordinates):
    xs = [abs(float(x)) for x in coordinates]
    top = max(xs) if xs else 0.0
    if _inf in xs:
        return _inf
    if any([x != x for x in xs]):
        return nan
    return _norm(xs, top)


def _norm(xs, top):
    if not top:
        return 0.0
    # Scaled by a power of two, squared exactly, summed exactly, and the root put right once.
    _, e = _m.frexp(top)
    if e < -1023:
        return 2.0**-1000 * _norm([x * 2.0**1000 for x in xs], top * 2.0**1000) if top * 2.0**1000 > 1e-300 else _norm([x / 5e-324 for x in xs], top / 5e-324) * 5e-324
    scaled = [_m.ldexp(x, -e) for x in xs]
    parts = []
    for x in scaled:
        h, l = _split(x)
        parts += [h * h, 2.0 * h * l, l * l]
    h = _m.sqrt(fsum(parts))
    a, b = _split(h)
    x = fsum(parts + [-a * a, -2.0 * a * b, -b * b])
    return _m.ldexp(h + x / (2.0 * h), e)


def dist(p, q):
    p, q = list(p), list(q)
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return hypot(*[a - b for a, b in zip(p, q)])


def cbrt(x):
    x = float(x)
    if not x or x - x != 0:
        return x
    y = _m.copysign(abs(x) ** (1.0 / 3.0), x)
    y -= (y * y * y - x) / (3.0 * y * y)
    r = float(round(y))
    return r if r * r * r == x else y


def exp2(x):
    return 2.0**x if x < 1024 else _overflow()


def _overflow():
    raise OverflowError("math range error")


def log1p(x):
    x = float(x)
    if x <= -1.0:
        raise ValueError("math domain error")
    u = 1.0 + x
    if u == 1.0 or x == _inf or x != x:
        return x
    return _m.log(u) - ((u - 1.0) - x) / u


def _log_int(x, log, of_2):
    # Integers may be larger than any float.
    if isinstance(x, int) and x > 0 and x.bit_length() > 1000:
        e = x.bit_length() - 60
        return log(x >> e) + e * of_2
    x = float(x)
    if not x > 0.0 and x == x:
        raise ValueError("math domain error")
    return log(x)


def log(x, base=None):
    y = _log_int(x, _m.log, 0.6931471805599453)
    if base is None:
        return y
    return y / _log_int(base, _m.log, 0.6931471805599453)


def log2(x):
    if isinstance(x, int) and x > 0 and x & (x - 1) == 0:
        return float(x.bit_length() - 1)
    return _log_int(x, _log2, 1.0)


def _log2(x):
    f, e = _m.frexp(x)
    return float(e - 1) if f == 0.5 else _m.log2(x)


def log10(x):
    return _log_int(x, _m.log10, 0.30102999566398119521)


def remainder(x, y):
    x, y = float(x), float(y)
    if x != x or y != y:
        return nan
    if x - x != 0 or y == 0:
        raise ValueError("math domain error")
    if y - y != 0:
        return x
    ax, ay = abs(x), abs(y)
    m = _m.fmod(ax, ay)
    c = ay - m
    r = m if m < c else -c if m > c else m - 2.0 * _m.fmod(0.5 * (ax - m), ay)
    return _m.copysign(1.0, x) * r


def _place(x):
    # Where a float stands in the order of all of them; both zeros stand at 0.
    import struct

    n = struct.unpack("<q", struct.pack("<d", x))[0]
    return n if n >= 0 else -(n & 0x7FFFFFFFFFFFFFFF)


def nextafter(x, y, *, steps=1):
    import struct

    x, y = float(x), float(y)
    if steps < 0:
        raise ValueError("steps must be a non-negative integer")
    if x != x or y != y or not steps:
        return y if steps and y != y else x
    if x == y:
        return y
    n, end = _place(x), _place(y)
    n = min(n + steps, end) if n < end else max(n - steps, end)
    if n == end:
        return y
    if n == 0:
        return _m.copysign(0.0, x)
    x = struct.unpack("<d", struct.pack("<q", abs(n)))[0]
    return -x if n < 0 else x


def ulp(x):
    x = abs(float(x))
    if x != x or x == _inf:
        return x
    up = nextafter(x, _inf)
    return x - nextafter(x, 0.0) if up == _inf else up - x


def ceil(x):
    return x.__ceil__() if _has(x, "__ceil__") else _m.ceil(x)


def floor(x):
    return x.__floor__() if _has(x, "__floor__") else _m.floor(x)


def trunc(x):
    return x.__trunc__() if _has(x, "__trunc__") else _m.trunc(x)


def _has(x, name):
    return not isinstance(x, (int, float)) and hasattr(type(x), name)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    a, b = float(a), float(b)
    if a - a != 0 or b - b != 0:
        return False
    d = abs(b - a)
    return d <= abs(rel_tol * b) or d <= abs(rel_tol * a) or d <= abs_tol
