# Copies of copies.
# limits: fuel=50000000
x = bytearray(1000000)
while True:
    x[:] = x[500000:] + x[:500000]
