"""Last lines of a file read backwards in blocks; rotate by size."""
import os


def tail(path, n, block=16):
    with open(path, "rb") as f:
        f.seek(0, os.SEEK_END)
        at, data = f.tell(), b""
        while at > 0 and data.count(b"\n") <= n:
            step = min(block, at)
            at -= step
            f.seek(at)
            data = f.read(step) + data
    return [line.decode() for line in data.splitlines()[-n:]]


class Rotating:
    def __init__(self, path, limit, keep=2):
        self.path, self.limit, self.keep = path, limit, keep

    def write(self, line):
        if os.path.exists(self.path) and os.path.getsize(self.path) + len(line) + 1 > self.limit:
            for i in range(self.keep - 1, 0, -1):
                if os.path.exists(f"{self.path}.{i}"):
                    os.replace(f"{self.path}.{i}", f"{self.path}.{i + 1}")
            os.rename(self.path, self.path + ".1")
        with open(self.path, "a") as f:
            print(line, file=f)


log = Rotating("app.log", 60)
for i in range(12):
    log.write(f"entry number {i:03}")
for name in sorted(n for n in os.listdir() if n.startswith("app.log")):
    print(name, os.path.getsize(name), tail(name, 2))
with open("long.txt", "w") as f:
    f.writelines(f"line {i} {'x' * (i % 7)}\n" for i in range(50))
print(tail("long.txt", 3), tail("long.txt", 1), len(tail("long.txt", 500)))
for name in os.listdir():
    if name.startswith(("app.log", "long")):
        os.remove(name)
print([n for n in os.listdir() if n.startswith("app")])
