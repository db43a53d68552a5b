def caesar(s, k): return "".join(chr((ord(c) - b + k) % 26 + b) if (b := 65 if c.isupper() else 97 if c.islower() else 0) else c for c in s)
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
def vig(s, key, sign=1):
    out, i = [], 0
    for c in s:
        if c.isalpha(): out.append(chr((ord(c.upper()) - 65 + sign * (ord(key[i % len(key)]) - 65)) % 26 + 65)); i += 1
        else: out.append(c)
    return "".join(out)
e = vig("attack at dawn", "LEMON"); print(e, vig(e, "LEMON", -1))
print(bytes(a ^ b for a, b in zip(b"secret", b"keykey")), "".join(format(ord(c), "08b") for c in "Hi"), "hello".encode().hex(), bytes.fromhex("68656c6c6f").decode())
morse = dict(zip("SOE", ["...", "---", "."])); print(" ".join(morse[c] for c in "SOS"))
