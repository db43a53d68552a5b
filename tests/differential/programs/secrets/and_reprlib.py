import secrets, reprlib
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), secrets.choice([7]), 0 <= secrets.randbelow(10) < 10, isinstance(secrets.token_urlsafe(), str))
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr(set(range(9))))
class N:
    def __init__(self): self.me = self
    @reprlib.recursive_repr()
    def __repr__(self): return "N(%r)" % self.me
print(N())
