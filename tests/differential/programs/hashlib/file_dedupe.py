"""Find files of equal content; keyed hashes; tokens."""
import hashlib
import hmac
import os
from collections import defaultdict

os.makedirs("dd/sub", exist_ok=True)
for name, content in {"a.txt": b"one", "b.txt": b"two", "sub/c.txt": b"one", "sub/d.txt": b"", "e.txt": b""}.items():
    with open("dd/" + name, "wb") as f:
        f.write(content)
groups = defaultdict(list)
for folder, dirs, names in os.walk("dd"):
    dirs.sort()
    for name in sorted(names):
        path = os.path.join(folder, name)
        h = hashlib.sha256()
        with open(path, "rb") as f:
            while block := f.read(2):
                h.update(block)
        groups[h.hexdigest()].append(os.path.relpath(path, "dd"))
for digest, paths in sorted(groups.items(), key=lambda kv: kv[1]):
    print(digest[:16], sorted(paths), "duplicate" if len(paths) > 1 else "")
mac = hmac.new(b"key", b"message", "sha256")
print(mac.hexdigest(), hmac.compare_digest(mac.digest(), hmac.digest(b"key", b"message", "sha256")))
for name in ("md5", "sha1", "sha512"):
    h = hashlib.new(name, b"abc")
    print(h.name, h.digest_size, h.block_size, h.hexdigest()[:24])
print(hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 3).hex()[:32], hashlib.md5().hexdigest())
for folder, dirs, names in os.walk("dd", topdown=False):
    for name in names:
        os.remove(os.path.join(folder, name))
    os.rmdir(folder)
print(os.path.exists("dd"))
