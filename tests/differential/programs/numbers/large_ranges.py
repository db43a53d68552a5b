"""Ranges, slices and counts beyond 32 bits."""
import sys

print(list(range(2**30 - 1, 2**30 + 2)), list(range(2**31 - 1, 2**31 + 1)), list(range(10**12, 10**12 + 3)), list(range(-(10**12), -(10**12) - 10, -4)))
r = range(10**12)
print(r, len(r), r[5], r[-1], 10**11 in r, 10**13 in r, 5.0 in r, r.index(10**11), r.stop, range(10**15, 10**15 + 10)[3:6])
print(sum(range(10**10, 10**10 + 5)), list(range(2**62, 2**62 + 4, 2)), range(10**12) == range(10**12), len(range(0, 10**12, 7)), bool(range(10**12)))
print(list(enumerate("ab", 10**12)), list(enumerate("ab", 2**30 - 1)))
a = [1, 2, 3]
print(a[: sys.maxsize], a[-sys.maxsize :], a[: 10**20], a[10**20 :], a[-(10**20) : 2], (1, 2)[: 10**20], "abc"[: 10**20], range(10)[: 10**20], a[0 : 10**30 : 2], a[:: -(10**20)])
print(sys.maxsize, "a,b".split(",", 2**31 - 1), min(a + [sys.maxsize]))
for i in range(sys.maxsize):
    if i == 3:
        break
print(i)
print(list(reversed(range(10**12, 10**12 + 3))), list(reversed(range(5, 0, -2))), list(reversed(range(0))), next(reversed(range(10**12))), dict.fromkeys(range(3)))
for text, base in ("1_000_000_000_000", 10), ("0xffff_ffff", 0), (" 1_0_0_0_0_0_0_0_0_0_0_0 ", 10), ("1__0000000000000", 10), ("10000000000000_", 10), ("99999999999x", 10), ("-ffff_ffff_ffff", 16):
    try:
        print(int(text, base))
    except ValueError as e:
        print(e)
