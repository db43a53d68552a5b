# Lengths that do not fit into the memory, the address, the word, or any number of the machine.
# Each is refused, and the refusal caught.
# limits: memory_bytes=2097152
absurd = (2**27, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**63, 2**64, 2**100)
ways = {
    "bytes": lambda n: bytes(n),
    "bytearray": lambda n: bytearray(n),
    "str": lambda n: "x" * n,
    "list": lambda n: [0] * n,
    "tuple": lambda n: (0,) * n,
    "list of range": lambda n: list(range(n)),
    "shift": lambda n: 1 << n,
    "center": lambda n: "x".center(n),
    "to_bytes": lambda n: (1).to_bytes(n, "big"),
    "percent": lambda n: "%*d" % (n, 1),
    "precision": lambda n: "%.*f" % (n, 1.5),
    "read": lambda n: len(open("/tmp/empty", "w+").read(n)) or 1 / 0,
}
for name, way in ways.items():
    seen = []
    for n in absurd:
        try:
            way(n)
            seen.append("made")
        except Exception as error:
            seen.append(type(error).__name__)
    print(name, *seen)
