import hashlib, hmac, uuid, zlib
for n in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    h = hashlib.new(n, b"The quick brown fox"); print(n, h.hexdigest()[:40], h.digest_size, h.block_size)
h = hashlib.sha256(); h.update(b"a"); h.update(b"b"); print(h.hexdigest() == hashlib.sha256(b"ab").hexdigest(), h.name)
print(hmac.new(b"key", b"msg", hashlib.sha256).hexdigest(), hmac.compare_digest("a", "a"))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "example.com"), uuid.UUID("12345678123456781234567812345678"), uuid.uuid4().version, len(str(uuid.uuid4())))
print(zlib.crc32(b"abc"), zlib.adler32(b"abc"), zlib.decompress(zlib.compress(b"x" * 500)) == b"x" * 500, len(zlib.compress(b"y" * 1000)) < 50)
try: hashlib.md5("text")
except TypeError as e: print(e)
