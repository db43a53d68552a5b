"""Luhn, ISBN, IBAN, EAN and a hand-made CRC against the library's."""
import binascii
import zlib


def luhn(text):
    total = 0
    for i, ch in enumerate(reversed(text.replace(" ", ""))):
        d = int(ch) * (1 + i % 2)
        total += d - 9 * (d > 9)
    return total % 10 == 0


def isbn10(text):
    digits = [10 if c == "X" else int(c) for c in text if c not in "- "]
    return len(digits) == 10 and sum((10 - i) * d for i, d in enumerate(digits)) % 11 == 0


def ean13(text):
    return sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(text)) % 10 == 0


def iban(text):
    text = text.replace(" ", "")
    return int("".join(str(int(c, 36)) for c in text[4:] + text[:4])) % 97 == 1


def crc32(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def fletcher16(data):
    a = b = 0
    for byte in data:
        a = (a + byte) % 255
        b = (b + a) % 255
    return b << 8 | a


for check, samples in ((luhn, ["4539 1488 0343 6467", "8273 1232 7352 0569"]), (isbn10, ["0-306-40615-2", "0-8044-2957-X", "0-306-40615-3"]),
                       (ean13, ["4006381333931", "4006381333932"]), (iban, ["GB82 WEST 1234 5698 7654 32", "DE89 3704 0044 0532 0130 01"])):
    for sample in samples:
        print(f"{check.__name__:<7}{sample:<30}{'ok' if check(sample) else 'bad'}")
data = "The quick brown fox".encode()
print(f"{crc32(data):08x}", crc32(data) == zlib.crc32(data) == binascii.crc32(data), f"{zlib.adler32(data):#x}", fletcher16(b"abcde"))
