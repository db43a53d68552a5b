import math
print(math.gcd(12, 18), math.gcd(), math.lcm(4, 6, 10), math.comb(52, 5), math.perm(5, 2), math.factorial(20), math.isqrt(10 ** 30), math.prod([1.5, 2]))
print(math.hypot(3, 4), math.dist((0, 0), (1, 1)), math.fsum([0.1] * 10), math.floor(-1.5), math.ceil(1.2), math.trunc(-2.7), math.copysign(2, -0.0), math.fmod(-7, 3))
print(math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10), math.exp(1) == math.e, math.sqrt(2), math.cbrt(8), math.pow(2, 0.5))
print(math.sin(1), math.cos(0), math.tan(0.5), math.atan2(1, -1), math.degrees(math.pi), math.radians(180), math.sinh(1), math.tau, math.inf, -math.inf, math.nan)
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1), math.modf(3.25), math.frexp(8), math.ldexp(0.5, 4), math.nextafter(1, 2), math.ulp(1))
print(math.gamma(5), math.lgamma(10), math.erf(0.5), math.remainder(7, 4), math.log(10 ** 400), math.sumprod([1, 2], [3, 4]))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: math.isqrt(-1), lambda: math.comb(-1, 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
