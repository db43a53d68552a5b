# Averages, spreads and lines, exact inside: sums are of fractions.
from math import sqrt as _sqrt


class StatisticsError(ValueError):
    pass


def _ratio(x):
    if isinstance(x, int):
        return int(x), 1
    if hasattr(x, "as_integer_ratio"):
        return x.as_integer_ratio()
    if hasattr(x, "numerator"):
        return x.numerator, x.denominator
    raise TypeError("can't convert type '%s' to numerator/denominator" % type(x).__name__)


def _fraction(n, d=1):
    from fractions import Fraction

    return Fraction(n, d)


def _common(a, b):
    # What a sum of both types is.
    if a is b or b is int or b is bool:
        return a
    if a is int or a is bool:
        return b
    if issubclass(a, b):
        return a
    if issubclass(b, a):
        return b
    if a is float or b is float:
        return float
    raise TypeError("don't know how to coerce %s and %s" % (a.__name__, b.__name__))


def _sum(data):
    # (type, exact sum as a ratio, count); a sum that is not finite stays what it is.
    partials = {}
    t = int
    n = 0
    odd = None
    for x in data:
        n += 1
        t = _common(t, type(x))
        if isinstance(x, float) and x - x != 0 or _not_finite(x):
            odd = x if odd is None else odd + x
            continue
        num, d = _ratio(x)
        partials[d] = partials.get(d, 0) + num
    if odd is not None:
        return t, odd, n
    total = _fraction(0)
    for d, num in sorted(partials.items()):
        total = total + _fraction(num, d)
    return t, total, n


def _not_finite(x):
    return hasattr(x, "is_finite") and not x.is_finite()


def _convert(value, t):
    if type(value) is t:
        return value
    if t is int or t is bool:
        if not hasattr(value, "denominator"):
            return value
        if value.denominator == 1:
            return int(value)
        t = float
    try:
        return t(value)
    except TypeError:
        if hasattr(t, "from_float") and t.__name__ == "Decimal":
            return t(value.numerator) / t(value.denominator)
        raise


def _finite(x):
    return hasattr(x, "denominator")


def mean(data):
    t, total, n = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, t)


def fmean(data, weights=None):
    from math import fsum

    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / len(data)
    weights = list(weights)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    from math import sumprod

    den = fsum(weights)
    if not den:
        raise StatisticsError("sum of weights must be non-zero")
    return sumprod(data, weights) / den


def geometric_mean(data):
    from math import exp, fsum, log

    total = []
    for x in data:
        if x <= 0.0:
            total = []
            break
        total.append(log(x))
    if not total:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
    return exp(fsum(total) / len(total))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is None:
        weights = [1] * len(data)
        total_weight = len(data)
        if len(data) == 1 and weights[0] == 1:
            if data[0] < 0:
                raise StatisticsError("harmonic mean does not support negative values")
            return data[0]
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError("Number of weights does not match data size")
        total_weight = _sum(weights)[1]
    if any([x < 0 for x in data]):
        raise StatisticsError("harmonic mean does not support negative values")
    if any([x == 0 for x in data]):
        return 0
    t, total, _ = _sum([_exact(w) / _exact(x) if not isinstance(x, float) or x - x == 0 else _fraction(0) for w, x in zip(weights, data) if w])
    t = float
    for x in data:
        if not isinstance(x, int):
            t = _common(t if t is not float else int, type(x))
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(total_weight / total, t)


def _exact(x):
    return _fraction(*_ratio(x))


def median(data):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    from bisect import bisect_left, bisect_right

    x = data[n // 2]
    if isinstance(x, str):
        raise TypeError("expected number but got %r" % x)
    i = bisect_left(data, x)
    j = bisect_right(data, x, i)
    interval = float(interval)
    return float(x) - interval / 2.0 + interval * (n / 2 - i) / (j - i)


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    top = max(counts.values()) if counts else 0
    return [x for x, n in counts.items() if n == top]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        m = ld - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method != "exclusive":
        raise ValueError("Unknown method: %r" % method)
    m = ld + 1
    for i in range(1, n):
        j = i * m // n
        j = 1 if j < 1 else ld - 1 if j > ld - 1 else j
        delta = i * m - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def _ss(data, c=None):
    data = list(data)
    t, total, n = _sum(data)
    if c is not None:
        _, ss, _ = _sum([(_exact(x) - _exact(c)) ** 2 for x in data])
        return t, ss, n
    if not n:
        return t, _fraction(0), 0
    if not _finite(total):
        return t, total - total, n
    sx2 = _fraction(0)
    for x in data:
        x = _exact(x)
        sx2 += x * x
    return t, (n * sx2 - total * total) / n, n


def variance(data, xbar=None):
    t, ss, n = _ss(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(ss / (n - 1), t)


def pvariance(data, mu=None):
    t, ss, n = _ss(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(ss / n, t)


def _root(f, t):
    # A square root that is rounded once.
    if not _finite(f):
        return f
    if t.__name__ == "Decimal":
        from decimal import Decimal

        return (Decimal(f.numerator) / Decimal(f.denominator)).sqrt()
    n, m = f.numerator, f.denominator
    if not n:
        return 0.0
    from math import isqrt, ldexp

    q = (n.bit_length() - m.bit_length() - 109) // 2
    a = isqrt((n << -2 * q) // m) if q < 0 else isqrt(n // (m << 2 * q))
    # One more bit says that something was cut off.
    exact = a * a * m == n << -2 * q if q < 0 else a * a * m << 2 * q == n
    if not exact:
        a |= 1
    return (a << q if q >= 0 else a / (1 << -q)) * 1.0


def stdev(data, xbar=None):
    t, ss, n = _ss(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(ss / (n - 1), t)


def pstdev(data, mu=None):
    t, ss, n = _ss(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(ss / n, t)


def _deviations(x, y, what):
    from math import fsum

    n = len(x)
    if len(y) != n:
        raise StatisticsError("%s requires that both inputs have same number of data points" % what)
    if n < 2:
        raise StatisticsError("%s requires at least two data points" % what)
    xbar, ybar = fsum(x) / n, fsum(y) / n
    return [a - xbar for a in x], [b - ybar for b in y], xbar, ybar


def covariance(x, y):
    from math import sumprod

    dx, dy, _, _ = _deviations(x, y, "covariance")
    return sumprod(dx, dy) / (len(x) - 1)


def _ranks(data):
    order = sorted(range(len(data)), key=data.__getitem__)
    result = [0.0] * len(data)
    i = 0
    while i < len(order):
        j = i
        while j < len(order) and data[order[j]] == data[order[i]]:
            j += 1
        for k in order[i:j]:
            result[k] = (i + j - 1) / 2 + 1 - (len(data) + 1) / 2
        i = j
    return result


def correlation(x, y, *, method="linear"):
    from math import sumprod

    if method not in ("linear", "ranked"):
        raise ValueError("Unknown method: %r" % method)
    if len(x) != len(y):
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError("correlation requires at least two data points")
    if method == "ranked":
        x, y = _ranks(list(x)), _ranks(list(y))
    else:
        x, y, _, _ = _deviations(x, y, "correlation")
    sxx, syy = sumprod(x, x), sumprod(y, y)
    if not sxx or not syy:
        raise StatisticsError("at least one of the inputs is constant")
    return sumprod(x, y) / _sqrt(sxx * syy)


_regression = None


def linear_regression(x, y, *, proportional=False):
    global _regression
    from math import fsum, sumprod

    if _regression is None:
        from collections import namedtuple

        _regression = namedtuple("LinearRegression", ("slope", "intercept"))
    dx, dy, xbar, ybar = _deviations(x, y, "linear regression")
    if proportional:
        dx, dy, xbar, ybar = x, y, 0.0, 0.0
    sxx = sumprod(dx, dx)
    if not sxx:
        raise StatisticsError("x is constant")
    slope = sumprod(dx, dy) / sxx
    return _regression(slope, 0.0 if proportional else ybar - slope * xbar)


_LOW = (
    (2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0),
    (5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1.0),
)
_MID = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1.0),
)
_FAR = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0),
)


def _horner(coefficients, r):
    y = 0.0
    for c in coefficients:
        y = y * r + c
    return y


def _inv_cdf(p, mu, sigma):
    # Wichura's rational approximations, algorithm AS 241.
    from math import log

    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        x = _horner(_LOW[0], r) * q / _horner(_LOW[1], r)
        return mu + x * sigma
    r = p if q <= 0.0 else 1.0 - p
    r = _sqrt(-log(r))
    if r <= 5.0:
        r -= 1.6
        table = _MID
    else:
        r -= 5.0
        table = _FAR
    x = _horner(table[0], r) / _horner(table[1], r)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        xbar = fmean(data)
        return cls(xbar, stdev(data, xbar))

    def samples(self, n, *, seed=None):
        import random

        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        from math import exp, tau

        v = self._sigma * self._sigma
        if not v:
            raise StatisticsError("pdf() not defined when sigma is zero")
        d = x - self._mu
        return exp(d * d / (-2.0 * v)) / _sqrt(tau * v)

    def cdf(self, x):
        from math import erf

        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * _sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        from math import erf, log

        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        xv, yv = x.variance, y.variance
        if not xv or not yv:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv = yv - xv
        dm = abs(y._mu - x._mu)
        if not dv:
            return 1.0 - erf(dm / (2.0 * x._sigma * _sqrt(2.0)))
        a = x._mu * yv - y._mu * xv
        b = x._sigma * y._sigma * _sqrt(dm * dm + dv * log(yv / xv))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (abs(y.cdf(x1) - x.cdf(x1)) + abs(y.cdf(x2) - x.cdf(x2)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(self, other):
        if isinstance(other, NormalDist):
            from math import hypot

            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            from math import hypot

            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * abs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / abs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return "%s(mu=%r, sigma=%r)" % (type(self).__name__, self._mu, self._sigma)
