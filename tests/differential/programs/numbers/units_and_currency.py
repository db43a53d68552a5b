rates = {"USD": 1, "EUR": 0.92, "JPY": 157.3}
def conv(x, a, b): return x / rates[a] * rates[b]
for a, b in [("USD", "EUR"), ("JPY", "USD"), ("EUR", "JPY")]: print(f"100 {a} = {conv(100, a, b):,.2f} {b}")
def human(n):
    for u in ("B", "KB", "MB", "GB"):
        if n < 1024: return f"{n:.1f} {u}" if u != "B" else f"{n} {u}"
        n /= 1024
    return f"{n:.1f} TB"
print([human(x) for x in (0, 1023, 1024, 5_000_000, 3 * 1024 ** 3, 10 ** 13)])
c2f = lambda c: c * 9 / 5 + 32; print([(c, c2f(c)) for c in (-40, 0, 36.6, 100)], f"{12345678.9:,.1f}".replace(",", "'"))
def words(n):
    ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(); tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
    if n < 20: return ones[n]
    if n < 100: return tens[n // 10] + ("-" + ones[n % 10] if n % 10 else "")
    if n < 1000: return ones[n // 100] + " hundred" + (" and " + words(n % 100) if n % 100 else "")
    return words(n // 1000) + " thousand" + (" " + words(n % 1000) if n % 1000 else "")
print([words(n) for n in (0, 13, 42, 105, 999, 12345)])
