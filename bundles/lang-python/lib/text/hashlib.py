# Digests. SHA-256 is C's; the others are Python.
algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256", "blake2b", "blake2s"}
algorithms_available = algorithms_guaranteed


def _data(b):
    if isinstance(b, str):
        raise TypeError("Strings must be encoded before hashing")
    if not isinstance(b, (bytes, bytearray, memoryview)):
        raise TypeError("object supporting the buffer API required")
    return bytes(b)


class _Hash:
    # Takes data in blocks; a copy is finished for a digest.
    def __init__(self, name, data=b""):
        self.name = name
        self._tail = b""
        self._n = 0
        self._start()
        if data != b"":
            self.update(data)

    def __repr__(self):
        return "<%s _hashlib.HASH object @ %#x>" % (self.name, id(self))

    def update(self, data):
        data = _data(data)
        self._n += len(data)
        data = self._tail + data
        size = self.block_size
        end = len(data) - len(data) % size
        for i in range(0, end, size):
            self._block(data[i : i + size])
        self._tail = data[end:]

    def copy(self):
        new = object.__new__(type(self))
        for k, v in self.__dict__.items():
            setattr(new, k, v[:] if isinstance(v, list) else v)
        return new

    def digest(self):
        return self.copy()._finish()

    def hexdigest(self):
        return self.digest().hex()

    def _pad(self, order, length):
        n = self._n
        self.update(b"\x80" + b"\0" * ((-n - 1 - length) % self.block_size) + (n * 8).to_bytes(length, order))


class _Md5(_Hash):
    block_size = 64
    digest_size = 16
    _k = None
    _r = (7, 12, 17, 22) * 4 + (5, 9, 14, 20) * 4 + (4, 11, 16, 23) * 4 + (6, 10, 15, 21) * 4

    def _start(self):
        if _Md5._k is None:
            from math import sin

            _Md5._k = [int(abs(sin(i + 1)) * 4294967296) for i in range(64)]
        self._h = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]

    def _block(self, b):
        m = [int.from_bytes(b[i : i + 4], "little") for i in range(0, 64, 4)]
        k, r = self._k, self._r
        h = self._h
        a, b, c, d = h
        for i in range(64):
            if i < 16:
                f, g = d ^ b & (c ^ d), i
            elif i < 32:
                f, g = c ^ d & (b ^ c), (5 * i + 1) & 15
            elif i < 48:
                f, g = b ^ c ^ d, (3 * i + 5) & 15
            else:
                f, g = c ^ (b | d ^ 0xFFFFFFFF), 7 * i & 15
            f = (f + a + k[i] + m[g]) & 0xFFFFFFFF
            s = r[i]
            a, d, c, b = d, c, b, (b + (f << s | f >> 32 - s)) & 0xFFFFFFFF
        self._h = [x + y & 0xFFFFFFFF for x, y in zip(h, (a, b, c, d))]

    def _finish(self):
        self._pad("little", 8)
        return b"".join([x.to_bytes(4, "little") for x in self._h])


class _Sha1(_Hash):
    block_size = 64
    digest_size = 20

    def _start(self):
        self._h = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]

    def _block(self, b):
        w = [int.from_bytes(b[i : i + 4], "big") for i in range(0, 64, 4)]
        for i in range(16, 80):
            x = w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16]
            w.append((x << 1 | x >> 31) & 0xFFFFFFFF)
        a, b, c, d, e = self._h
        for i in range(80):
            if i < 20:
                f = (d ^ b & (c ^ d)) + 0x5A827999
            elif i < 40:
                f = (b ^ c ^ d) + 0x6ED9EBA1
            elif i < 60:
                f = (b & c | d & (b | c)) + 0x8F1BBCDC
            else:
                f = (b ^ c ^ d) + 0xCA62C1D6
            f = ((a << 5 | a >> 27) + f + e + w[i]) & 0xFFFFFFFF
            e, d, c, b, a = d, c, (b << 30 | b >> 2) & 0xFFFFFFFF, a, f
        self._h = [x + y & 0xFFFFFFFF for x, y in zip(self._h, (a, b, c, d, e))]

    def _finish(self):
        self._pad("big", 8)
        return b"".join([x.to_bytes(4, "big") for x in self._h])


def _primes(n):
    found = []
    p = 2
    while len(found) < n:
        if all([p % q for q in found]):
            found.append(p)
        p += 1
    return found


def _root(p, k, bits):
    # The first bits of the fraction of a k-th root.
    n = p << k * bits
    x = 1 << (n.bit_length() + k - 1) // k
    while True:
        y = ((k - 1) * x + n // x ** (k - 1)) // k
        if y >= x:
            return x & (1 << bits) - 1
        x = y


class _Sha2(_Hash):
    # The 64-bit kind, and SHA-224 with half of it.
    _tables = {}

    def _start(self):
        bits = 32 if self.name == "sha224" else 64
        self._bits = bits
        self._mask = (1 << bits) - 1
        self.block_size = bits * 2
        self.digest_size = int(self.name[3:]) // 8
        if bits not in self._tables:
            self._tables[bits] = [_root(p, 3, bits) for p in _primes(64 if bits == 32 else 80)]
        if self.name == "sha512":
            self._h = [_root(p, 2, 64) for p in _primes(8)]
        else:
            self._h = [_root(p, 2, 64) & self._mask for p in _primes(16)[8:]]

    def _block(self, b):
        mask, bits = self._mask, self._bits
        k = self._tables[bits]
        size = bits // 8
        if bits == 64:
            a1, a2, a3, b1, b2, b3, c1, c2, c3, d1, d2, d3 = 28, 34, 39, 14, 18, 41, 1, 8, 7, 19, 61, 6
        else:
            a1, a2, a3, b1, b2, b3, c1, c2, c3, d1, d2, d3 = 2, 13, 22, 6, 11, 25, 7, 18, 3, 17, 19, 10
        w = [int.from_bytes(b[i : i + size], "big") for i in range(0, 16 * size, size)]
        for i in range(16, len(k)):
            x, y = w[i - 15], w[i - 2]
            x = (x >> c1 | x << bits - c1) ^ (x >> c2 | x << bits - c2) ^ x >> c3
            y = (y >> d1 | y << bits - d1) ^ (y >> d2 | y << bits - d2) ^ y >> d3
            w.append((w[i - 16] + (x & mask) + w[i - 7] + (y & mask)) & mask)
        a, b, c, d, e, f, g, h = self._h
        for i in range(len(k)):
            s = ((e >> b1 | e << bits - b1) ^ (e >> b2 | e << bits - b2) ^ (e >> b3 | e << bits - b3)) & mask
            t = h + s + (g ^ e & (f ^ g)) + k[i] + w[i]
            s = ((a >> a1 | a << bits - a1) ^ (a >> a2 | a << bits - a2) ^ (a >> a3 | a << bits - a3)) & mask
            u = s + (a & b | c & (a | b))
            h, g, f, e, d, c, b, a = g, f, e, (d + t) & mask, c, b, a, (t + u) & mask
        self._h = [x + y & mask for x, y in zip(self._h, (a, b, c, d, e, f, g, h))]

    def _finish(self):
        self._pad("big", self._bits // 4)
        return b"".join([x.to_bytes(self._bits // 8, "big") for x in self._h])[: self.digest_size]


class _Sha256:
    name = "sha256"
    block_size = 64
    digest_size = 32

    def __init__(self, data=b""):
        # C's object cannot be copied, so what it was given is kept for that.
        self._all = bytearray()
        if data != b"":
            self.update(data)

    def update(self, data):
        self._all += _data(data)

    def digest(self):
        from uhashlib import sha256

        return sha256(self._all).digest()

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return _Sha256(bytes(self._all))

    def __repr__(self):
        return "<sha256 _hashlib.HASH object @ %#x>" % id(self)


_M = 0xFFFFFFFFFFFFFFFF


class _Keccak(_Hash):
    _rounds = None

    def _start(self):
        shake = self.name[:5] == "shake"
        bits = int(self.name[-3:])
        self.digest_size = 0 if shake else bits // 8
        self.block_size = 200 - bits // 4
        self._suffix = 0x1F if shake else 6
        self._s = [0] * 25
        if _Keccak._rounds is None:
            lfsr = 1
            rounds = []
            for _ in range(24):
                rc = 0
                for j in range(7):
                    if lfsr & 1:
                        rc |= 1 << (1 << j) - 1
                    lfsr = lfsr << 1 ^ (0x171 if lfsr & 0x80 else 0)
                rounds.append(rc)
            _Keccak._rounds = rounds

    def _permute(self):
        s = self._s
        for rc in self._rounds:
            c = [s[x] ^ s[x + 5] ^ s[x + 10] ^ s[x + 15] ^ s[x + 20] for x in range(5)]
            for x in range(5):
                n = c[(x + 1) % 5]
                d = c[(x + 4) % 5] ^ (n << 1 & _M | n >> 63)
                for y in range(x, 25, 5):
                    s[y] ^= d
            x, y = 1, 0
            current = s[1]
            for t in range(24):
                x, y = y, (2 * x + 3 * y) % 5
                r = (t + 1) * (t + 2) // 2 % 64
                i = x + 5 * y
                current, s[i] = s[i], (current << r & _M | current >> 64 - r)
            for y in range(0, 25, 5):
                row = s[y : y + 5]
                for x in range(5):
                    s[y + x] = row[x] ^ (row[(x + 1) % 5] ^ _M) & row[(x + 2) % 5]
            s[0] ^= rc

    def _block(self, b):
        for i in range(0, len(b), 8):
            self._s[i // 8] ^= int.from_bytes(b[i : i + 8], "little")
        self._permute()

    def _finish(self, length=None):
        b = bytearray(self._tail + b"\0" * (self.block_size - len(self._tail)))
        b[len(self._tail)] ^= self._suffix
        b[-1] ^= 0x80
        self._block(bytes(b))
        n = self.digest_size if length is None else length
        out = b""
        while True:
            out += b"".join([x.to_bytes(8, "little") for x in self._s])[: self.block_size]
            if len(out) >= n:
                return out[:n]
            self._permute()

    def digest(self, length=None):
        return self.copy()._finish(length)

    def hexdigest(self, length=None):
        return self.digest(length).hex()


_sigma = (
    "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
    "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0",
)


class _Blake2(_Hash):
    def __init__(self, name, data=b"", digest_size=None, key=b"", salt=b"", person=b""):
        wide = name == "blake2b"
        most = 64 if wide else 32
        self.digest_size = most if digest_size is None else digest_size
        if not 1 <= self.digest_size <= most:
            raise ValueError("digest_size for %s must be between 1 and %d bytes, here it is %d" % (name.title(), most, self.digest_size))
        if len(key) > most:
            raise ValueError("maximum key length is %d bytes" % most)
        self._wide = wide
        self.block_size = 128 if wide else 64
        self._key, self._salt, self._person = bytes(key), bytes(salt), bytes(person)
        _Hash.__init__(self, name, data)

    def _start(self):
        w = 8 if self._wide else 4
        bits = w * 8
        iv = [_root(p, 2, bits) for p in _primes(8)]
        self._iv = iv
        h = iv[:]
        h[0] ^= self.digest_size | len(self._key) << 8 | 1 << 16 | 1 << 24
        for at, b in ((4, self._salt), (6, self._person)):
            b = b + b"\0" * (2 * w - len(b))
            h[at] ^= int.from_bytes(b[:w], "little")
            h[at + 1] ^= int.from_bytes(b[w:], "little")
        self._h = h
        self._t = 0
        if self._key:
            self._tail = self._key + b"\0" * (self.block_size - len(self._key))

    def update(self, data):
        # The last block is kept back: it is mixed differently.
        data = self._tail + _data(data)
        size = self.block_size
        end = max((len(data) - 1) // size * size, 0)
        for i in range(0, end, size):
            self._t += size
            self._mix(data[i : i + size], 0)
        self._tail = data[end:]

    def _mix(self, b, last):
        w = 8 if self._wide else 4
        bits = w * 8
        mask = (1 << bits) - 1
        m = [int.from_bytes(b[i : i + w], "little") for i in range(0, 16 * w, w)]
        v = self._h + self._iv
        v[12] ^= self._t & mask
        v[13] ^= self._t >> bits
        if last:
            v[14] ^= mask
        r1, r2, r3, r4 = (32, 24, 16, 63) if self._wide else (16, 12, 8, 7)
        for i in range(12 if self._wide else 10):
            s = _sigma[i % 10]
            for j, (a, b, c, d) in enumerate(((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))):
                for x, p, q in ((m[int(s[2 * j], 16)], r1, r2), (m[int(s[2 * j + 1], 16)], r3, r4)):
                    v[a] = (v[a] + v[b] + x) & mask
                    z = v[d] ^ v[a]
                    v[d] = (z >> p | z << bits - p) & mask
                    v[c] = (v[c] + v[d]) & mask
                    z = v[b] ^ v[c]
                    v[b] = (z >> q | z << bits - q) & mask
        self._h = [h ^ v[i] ^ v[i + 8] for i, h in enumerate(self._h)]

    def _finish(self):
        self._t += len(self._tail)
        self._mix(self._tail + b"\0" * (self.block_size - len(self._tail)), 1)
        w = 8 if self._wide else 4
        return b"".join([x.to_bytes(w, "little") for x in self._h])[: self.digest_size]


def md5(data=b"", *, usedforsecurity=True):
    return _Md5("md5", data)


def sha1(data=b"", *, usedforsecurity=True):
    return _Sha1("sha1", data)


def sha224(data=b"", *, usedforsecurity=True):
    return _Sha2("sha224", data)


def sha256(data=b"", *, usedforsecurity=True):
    return _Sha256(data)


def sha384(data=b"", *, usedforsecurity=True):
    return _Sha2("sha384", data)


def sha512(data=b"", *, usedforsecurity=True):
    return _Sha2("sha512", data)


def sha3_224(data=b"", *, usedforsecurity=True):
    return _Keccak("sha3_224", data)


def sha3_256(data=b"", *, usedforsecurity=True):
    return _Keccak("sha3_256", data)


def sha3_384(data=b"", *, usedforsecurity=True):
    return _Keccak("sha3_384", data)


def sha3_512(data=b"", *, usedforsecurity=True):
    return _Keccak("sha3_512", data)


def shake_128(data=b"", *, usedforsecurity=True):
    return _Keccak("shake_128", data)


def shake_256(data=b"", *, usedforsecurity=True):
    return _Keccak("shake_256", data)


def blake2b(data=b"", *, digest_size=64, key=b"", salt=b"", person=b"", usedforsecurity=True, **kw):
    return _Blake2("blake2b", data, digest_size, key, salt, person)


def blake2s(data=b"", *, digest_size=32, key=b"", salt=b"", person=b"", usedforsecurity=True, **kw):
    return _Blake2("blake2s", data, digest_size, key, salt, person)


def new(name, data=b"", **kw):
    name = name.lower().replace("-", "_")
    name = {"sha_1": "sha1", "sha_224": "sha224", "sha_256": "sha256", "sha_384": "sha384", "sha_512": "sha512"}.get(name, name)
    if name not in algorithms_guaranteed:
        raise ValueError("unsupported hash type " + name)
    return globals()[name](data, **kw)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac

    inner = hmac.new(password, None, hash_name)
    dklen = inner.digest_size if dklen is None else dklen
    out = b""
    block = 0
    while len(out) < dklen:
        block += 1
        h = inner.copy()
        h.update(salt + block.to_bytes(4, "big"))
        u = h.digest()
        total = int.from_bytes(u, "big")
        for _ in range(iterations - 1):
            h = inner.copy()
            h.update(u)
            u = h.digest()
            total ^= int.from_bytes(u, "big")
        out += total.to_bytes(len(u), "big")
    return out[:dklen]


def file_digest(fileobj, digest):
    h = new(digest) if isinstance(digest, str) else digest()
    h.update(fileobj.read())
    return h
