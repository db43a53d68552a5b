print([format(i ^ i >> 1, "03b") for i in range(8)])
print([bin(n).count("1") for n in (0, 7, 255, 2 ** 70 - 1)], (37).bit_length(), (37).bit_count(), 6 & -6, ~5, 5 ^ 3, 1 << 40, -9 >> 1, 0b1010 | 0x0F)
def powerset_sum(a): return sorted({sum(x for i, x in enumerate(a) if m >> i & 1) for m in range(1 << len(a))})
print(powerset_sum([1, 2, 5]), (1234).to_bytes(2, "big"), int.from_bytes(b"\x04\xd2", "big"), int.from_bytes(b"\xff", "little", signed=True))
