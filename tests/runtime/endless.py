# Programs without an end, each to be interrupted. None may see it.
# ---- before
import asyncio, collections, contextlib, dataclasses, decimal, gc, io, itertools, json, math, random, re, sys, time

big = list(range(100000))
random.seed(1)
mixed = [random.random() for _ in range(30000)]


def ones():
    while True:
        yield 1


shared = ones()


class Compared:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self is other


class Endless:
    def __del__(self):
        while True:
            pass

    def __repr__(self):
        while True:
            pass


def tree(n):
    return tree(n - 1) + tree(n - 1) if n else 1
# ---- a loop
while True:
    pass
# ---- a loop of continue
while True:
    continue
# ---- sum
sum(iter(int, 1))
# ---- list
list(iter(int, 1))
# ---- max
max(iter(int, 1))
# ---- any
any(iter(int, 1))
# ---- in
5 in iter(int, 1)
# ---- zip
for a in zip(iter(int, 1), iter(int, 1)):
    pass
# ---- dict
dict(zip(itertools.count(), iter(int, 1)))
# ---- set
set(itertools.count())
# ---- join
"".join(iter(str, 1))
# ---- bytes
bytes(iter(int, 1))
# ---- deque
collections.deque(itertools.cycle([1]), maxlen=1)
# ---- recursion
tree(200)
# ---- endless recursion
def f():
    return f()


while True:
    try:
        f()
    except BaseException as e:
        if not isinstance(e, RecursionError):
            print("handled")
# ---- sleep
while True:
    try:
        time.sleep(1000)
    except BaseException:
        print("handled")
# ---- finally
def f():
    try:
        while True:
            pass
    finally:
        print("handled")
        while True:
            pass


f()
# ---- except
while True:
    try:
        while True:
            pass
    except BaseException:
        print("handled")
# ---- with
class Manager:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        print("handled")
        return True


with Manager():
    while True:
        pass
# ---- a class's body
class C:
    y = 1
    while True:
        pass
# ---- a generator
for x in ones():
    pass
# ---- a generator that other turns have
for x in shared:
    pass
# ---- generators in generators
def g(n):
    if n == 0:
        while True:
            yield 1
    yield from g(n - 1)


for x in g(50):
    pass
# ---- sort
while True:
    sorted(mixed)
# ---- sort by a key
while True:
    sorted(mixed, key=lambda x: -x)
# ---- sort objects
while True:
    sorted([Compared(x) for x in mixed])
# ---- equal hashes
d = {}
for x in itertools.count():
    d[Compared(x)] = 1
# ---- equal lists
same = [list(big) for _ in range(10)]
while True:
    [big] * 10 == same
# ---- count
while True:
    big.count(-1)
# ---- re
re.match(r"(a|aa)+$", "a" * 60 + "b")
# ---- re.sub
while True:
    re.sub("a", lambda m: "b", "a" * 1000)
# ---- re.compile
for i in itertools.count():
    re.compile("(a|b)*" + str(i))
# ---- json.dumps
while True:
    json.dumps(big)
# ---- json.loads
text = json.dumps(big)
while True:
    json.loads(text)
# ---- import
while True:
    import argparse, logging, statistics

    for m in ("argparse", "logging", "statistics"):
        del sys.modules[m]
# ---- exec
while True:
    exec("for i in range(10): pass")
# ---- compile
while True:
    compile("def f(a, b):\n  return a + b\n" * 100, "x", "exec")
# ---- classes
while True:

    class C(Compared):
        def f(self):
            return super()
# ---- multiplication
a = 1 << 2000000
a * (a + 1)
# ---- division
(1 << 2000000) // ((1 << 1000000) + 1)
# ---- a power
pow(3, 10**6)
# ---- digits
hex(1 << 8000000)
# ---- find
("a" * 2000000).find("a" * 1000000 + "b")
# ---- replace
while True:
    ("ab" * 100000).replace("a", "bb")
# ---- upper
while True:
    ("ab" * 1000000).upper()
# ---- split
while True:
    ("a b " * 100000).split()
# ---- format
while True:
    f"{1:>10} {big[:10]}"
# ---- repr
while True:
    repr(big)
# ---- print
while True:
    print("x" * 100)
# ---- input
while True:
    try:
        input()
    except EOFError:
        pass
    except BaseException:
        print("handled")
# ---- __del__
Endless()
gc.collect()
while True:
    pass
# ---- the repr of a dataclass
@dataclasses.dataclass
class Record:
    inside: object


record = Record(Endless())
repr(record)
# ---- redirected output
with contextlib.redirect_stdout(io.StringIO()):
    while True:
        pass
# ---- another decimal context
with decimal.localcontext() as c:
    c.prec = 2000
    while True:
        decimal.Decimal(2).sqrt()
# ---- asyncio, always ready
async def f():
    while True:
        await asyncio.sleep(0)


asyncio.run(f())
# ---- asyncio, asleep
async def f():
    await asyncio.sleep(1e6)


asyncio.run(f())
# ---- shuffle
while True:
    random.shuffle(big)
# ---- permutations
for x in itertools.permutations(range(100)):
    pass
# ---- dict copies
d = {i: i for i in range(30000)}
while True:
    dict(d)
# ---- set operations
s = set(big)
while True:
    s | s
    s & s
    s - s
