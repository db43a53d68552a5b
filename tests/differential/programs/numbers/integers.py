print(7 // 2, -7 // 2, 7 % -3, -7 % 3, divmod(-7, 2), 2 ** 100, 2 ** -1, 10 ** 30 // 3, int("  42 "), int(3.99), int(-3.99), int("-1010", 2), int(True), 1_000_000)
print(abs(-5), pow(2, 10, 1000), round(1234, -2), (255).to_bytes(2, "little"), 5 .bit_length(), max(3, 1, 2), min([4, 2]), sum([1, 2, 3], 10), 3 < 5 < 7, 1 == 1.0 == True, hash(1) == hash(1.0))
print(10 ** 18 * 10 ** 18, -(2 ** 64), 123456789 ** 5, (2 ** 200).bit_length(), int(1e20), int("9" * 30) + 1, 2 ** 64 >> 3, 7 & 3 | 8, str(2 ** 70)[:5])
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: int("12x"), lambda: int(""), lambda: int(float("nan")), lambda: int([]), lambda: "a" + 1, lambda: 1 + "a", lambda: int("8", 8), lambda: 2 ** "x"):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
