# Message authentication with a key.
def _new(digestmod, data=b""):
    if callable(digestmod):
        return digestmod(data)
    if isinstance(digestmod, str):
        import hashlib

        return hashlib.new(digestmod, data)
    return digestmod.new(data)


class HMAC:
    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError("key: expected bytes or bytearray, but got %r" % type(key).__name__)
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        self._inner = _new(digestmod)
        self._outer = _new(digestmod)
        self.digest_size = self._inner.digest_size
        self.block_size = self._inner.block_size
        self.name = "hmac-" + self._inner.name
        key = bytes(key)
        if len(key) > self.block_size:
            key = _new(digestmod, key).digest()
        key += b"\0" * (self.block_size - len(key))
        self._outer.update(bytes([c ^ 0x5C for c in key]))
        self._inner.update(bytes([c ^ 0x36 for c in key]))
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        new = object.__new__(HMAC)
        for k, v in self.__dict__.items():
            setattr(new, k, v)
        new._inner = self._inner.copy()
        new._outer = self._outer.copy()
        return new

    def digest(self):
        h = self._outer.copy()
        h.update(self._inner.digest())
        return h.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b):
    if isinstance(a, str) and isinstance(b, str):
        a, b = a.encode(), b.encode()
    if isinstance(a, str) or isinstance(b, str):
        raise TypeError("unsupported operand types(s) or combination of types: 'str' and 'bytes'")
    if len(a) != len(b):
        return False
    different = 0
    for x, y in zip(a, b):
        different |= x ^ y
    return not different
