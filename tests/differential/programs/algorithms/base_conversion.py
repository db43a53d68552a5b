def to_base(n, b, digits="0123456789abcdefghijklmnopqrstuvwxyz"):
    if n == 0: return "0"
    s = ""
    neg, n = n < 0, abs(n)
    while n: n, r = divmod(n, b); s = digits[r] + s
    return "-" * neg + s
for n in (0, 255, -10, 10 ** 20): print(to_base(n, 2)[:20], to_base(n, 16), to_base(n, 36), int(to_base(n, 7), 7) == n)
print(bin(10), oct(8), hex(-255), f"{255:08b} {255:#x} {255:o} {1000000:,} {1000000:_}", int("0b11", 0), int("ff", 16), int("z", 36))
