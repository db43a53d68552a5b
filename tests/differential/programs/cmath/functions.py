import cmath
print(cmath.sqrt(-1), cmath.sqrt(-4 + 0j), cmath.sqrt(3 + 4j), cmath.sqrt(-3 - 4j), cmath.sqrt(0))
print(cmath.phase(-1), cmath.polar(3 + 4j), cmath.rect(1, cmath.pi / 3), cmath.rect(2, 0))
for f in (cmath.exp, cmath.log, cmath.log10, cmath.sin, cmath.cos, cmath.tan, cmath.sinh, cmath.cosh, cmath.tanh, cmath.asin, cmath.acos, cmath.atan, cmath.asinh, cmath.acosh, cmath.atanh):
    print(f.__name__ if 0 else "", [f"{f(z).real:.12g} {f(z).imag:.12g}" for z in (0.5, 1 + 1j, -2 + 0.5j, 0.25 - 3j)])
print(cmath.isclose(1 + 1e-12j, 1), cmath.isnan(complex("nan")), cmath.isinf(complex(1, float("inf"))), cmath.isfinite(1j))
print(cmath.inf, cmath.infj, cmath.nan, cmath.nanj, cmath.tau, cmath.e)
print(f"{cmath.log(8, 2).real:.12g}", abs(cmath.exp(1j * cmath.pi) + 1) < 1e-15)
for g in (lambda: cmath.log(0), lambda: cmath.atanh(1), lambda: cmath.sqrt("x")):
    try: print(g())
    except (ValueError, TypeError) as e: print(type(e).__name__)
print((1 + 2j) / (3 - 1j), (2 + 0j) ** 0.5, (1 + 1j) ** -2, 1j ** 2, (1 + 2j) ** 3, abs(3 + 4j), (4 + 2j) / 2, 5 / (2 - 1j))
for g in (lambda: 0j ** -1, lambda: 1 / 0j, lambda: (1 + 1j) // 2):
    try: print(g())
    except (ZeroDivisionError, TypeError) as e: print(type(e).__name__, e)
