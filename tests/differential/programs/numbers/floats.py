print(0.1 + 0.2, 1 / 3, 1e308 * 10, -1 / 3, 5.0, 1e16, 1e15, 123456.789, 1e-4, 1e-5, 2.0 ** 0.5, 10 / 2, 7.5 // 2, -7.5 % 2, float("1e3"), float(" inf "), 3.0 == 3)
print(round(2.5), round(3.5), round(2.675, 2), round(1e20), round(-0.5), round(1.005, 2), round(12345.678, -2), 1.5.is_integer(), (0.5).as_integer_ratio(), (3.7).hex(), float.fromhex("0x1.8p1"), int(2.9999999999999999))
print(0.1 * 3, 1.1 + 2.2, 100 * 1.1, 3 * 0.1 == 0.3, abs(3 * 0.1 - 0.3) < 1e-9, sum([0.1] * 10), 1e23, 5e-324, 1.7976931348623157e308, 2 ** 0.5 * 2 ** 0.5, 4.35 * 100, 1.0 * 10 ** 22)
nan = float("nan"); print(nan == nan, nan != nan, [nan] == [nan], nan in [nan], max(1, float("inf")), float("-inf") < 0, min(0.0, -0.0), str(-0.0))
for f in (lambda: 1.0 / 0, lambda: 2.0 ** 10000, lambda: float("x"), lambda: float("inf") // 1, lambda: 0.0 ** -1, lambda: int(float("inf"))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(complex(1, 2) * 2, (1 + 2j) * (3 - 1j), abs(3 + 4j), (1 + 2j).conjugate(), (1j) ** 2, complex("1+2j"), (2 + 3j).real, 1j == complex(0, 1))
