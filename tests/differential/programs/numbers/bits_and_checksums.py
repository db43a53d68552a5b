def luhn(s): d = [int(c) for c in s][::-1]; return (sum(d[::2]) + sum(sum(divmod(2 * x, 10)) for x in d[1::2])) % 10 == 0
print(luhn("4539578763621486"), luhn("4539578763621487"))
def isbn10(s): return sum((10 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(s.replace("-", ""))) % 11 == 0
print(isbn10("0-306-40615-2"), isbn10("0-306-40615-3"), isbn10("0-8044-2957-X"))
def crc8(b, c=0):
    for x in b:
        c ^= x
        for _ in range(8): c = (c << 1 ^ 0x07) & 255 if c & 128 else c << 1
    return c
print(hex(crc8(b"123456789")), sum(b"abc") % 256, "".join(f"{x:08b}" for x in b"AZ"))
def fnv(s, h=0x811C9DC5):
    for c in s.encode(): h = (h ^ c) * 0x01000193 & 0xFFFFFFFF
    return h
print(fnv("hello"), fnv(""), [n for n in range(64) if n & n - 1 == 0], (0xF0F0 ^ 0xFFFF) >> 4, -1 & 0xFF, ~0x0F & 0xFF)
def lfsr(s):
    while True: bit = (s ^ s >> 2 ^ s >> 3 ^ s >> 5) & 1; s = s >> 1 | bit << 15; yield s
g = lfsr(0xACE1); print([next(g) for _ in range(5)])
