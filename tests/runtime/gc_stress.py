# Collect on nearly every allocation, over every kind of object and every C function that
# holds objects while calling back into Python. A pointer that the collector cannot see shows
# as a wrong answer or a trap. Run at -X heapsize=192K, 256K and 1M; the output is CPython's.
import gc

if hasattr(gc, "threshold"):
    gc.threshold(1)

import json
import re
from collections import OrderedDict, deque, namedtuple


def text(n):
    return "t" + str(n) + "x" * (n % 5)


def containers():
    total = 0
    for i in range(30):
        d = {}
        for j in range(15):
            d["k%d" % j] = [str(i * j), (i, j, i / 8), {"n": [i] * 3}]
        back = json.loads(json.dumps(d))
        for k in sorted(back):
            for c in json.dumps(back[k]):
                total = (total * 31 + ord(c)) % 1000003
    s = set()
    for i in range(200):
        s.add((text(i % 50), i % 7))
        if i % 3 == 0:
            s.discard((text(i // 2), 1))
    return total, len(s), len({frozenset([text(i), text(i + 1)]) for i in range(40)})


def sorting():
    items = [(i * 7919) % 1009 for i in range(250)]
    items.sort(key=lambda x: (str(x) + "a", [x, text(x)]))
    m = list(map(lambda x: "v" + text(x), items))
    f = [s for s in filter(lambda s: len([c for c in s if c != "v"]) % 2 == 0, m)]
    return ",".join(f)[:80], len(f), max(m, key=lambda s: (len(s), [s])), min(text(x) for x in items)


def numbers(n):
    for i in range(n):
        yield [str(i)] * (i % 4 + 1)


def chained(n):
    for x in numbers(n):
        yield from (a + "!" for a in x)


def generators():
    s = ""
    for x in chained(120):
        s += x

    def echo():
        got = []
        while True:
            got.append(str((yield got[-1:])))

    e = echo()
    next(e)
    sent = [e.send(text(i)) for i in range(50)]
    return len(s), s[-20:], sent[-1], sum(len(a + b) for a, b in zip(map(text, range(50)), map(text, range(50, 100))))


class Thing:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return [self.v, text(self.v)] < [other.v, text(other.v)]

    def __eq__(self, other):
        return str(self.v) == str(other.v)

    def __hash__(self):
        return len(text(self.v))

    def __repr__(self):
        return "Thing(%s)" % text(self.v)

    def __add__(self, other):
        return Thing(self.v + other.v)

    def __getattr__(self, name):
        return name + text(self.v)

    def __call__(self, *args, **kw):
        return "".join([str(a) for a in args] + [k + str(v) for k, v in sorted(kw.items())])


def classes():
    things = [Thing((i * 37) % 101) for i in range(101)]
    things.sort()
    d = {Thing(i): text(i) for i in range(40)}
    joined = "".join(d[Thing(i)] for i in range(40))
    return things[:3], len(set(things)), joined[-20:], sum(things, Thing(0)), things[3].foo, things[4](1, "a", [2], z=9, y=text(3))


def closures():
    fs = []
    for i in range(40):

        def f(a, *rest, k=text(i), i=i):
            inner = [a, k, text(i)]

            def g(x):
                inner.append(x + k)
                return inner

            return g(text(len(rest)))

        fs.append(f)
    return fs[3]("z", 1, 2), len("".join("".join(f(text(j), j)) for j, f in enumerate(fs)))


def recursion(n):
    if n == 0:
        return ["leaf"]
    a = recursion(n - 1)
    return a + [str(n) + x for x in a[:3]]


def exceptions():
    out = []
    for i in range(40):
        try:
            try:
                out.append("%s" % [text(i)] * 2)
                raise ValueError("e%d" % i, [text(i)] * 3)
            except ValueError as e:
                out.append(str(e.args))
                raise KeyError("k" + text(i))
            finally:
                out.append("f" + text(i))
        except KeyError as e:
            out.append(e.args[0])
    return len("".join(out)), out[-3:], recursion(20)[-1]


def bigints():
    a = 10**60
    b = 1
    for i in range(1, 40):
        b = b * (a + i) % (a * a + i) + (a // (i + 3))
    return b % 10**30, pow(7, 10**20, a + 7), hex(b)[:20], ("%d" % b)[:20], int(str(b)[:50]) ^ (b >> 77) & 0xFFFF


def regexes():
    out = []
    for i in range(30):
        m = re.match("([a-z]+)([0-9]+)-(.*)$", "abc%d-%s" % (i, "z" * i))
        out.append((m.group(1), m.group(2), m.group(3)))
    swapped = re.sub("z+", lambda m: str(len(m.group(0))) + text(3), "-".join(x[2] for x in out))
    return out[-1], swapped[-20:], re.compile(",").split("a,b,%s" % ",".join(map(text, range(30))))[-2:]


def strings():
    s = "The quick brown fox jumps over the lazy dog " * 8
    counts = {}
    for w in s.split():
        counts[w.lower()] = counts.get(w.lower(), 0) + 1
    top = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
    f = "{:>10}|{:<8.3f}|{!r:^12}|{:05d}|{k}".format("a" + str(top[0][1]), 3.14159 * len(top), [top[1]], top[2][1], k=text(8))
    g = f"{text(3)!r}-{[text(i) for i in range(3)]}"
    return top[:2], f, g, s.replace("o", "00").upper()[5:40], "|".join(s.split("o"))[:40], [text(i).encode() for i in range(3)]


def buffers():
    b = bytearray()
    for i in range(80):
        b.extend(("%d," % i).encode())
        b[1:3] = bytes([65 + i % 26] * 3)
    b += bytes(b[10:20])
    m = memoryview(b)[3:40]
    return bytes(b)[-20:], bytes(m[5:15]), b[20:40], len(b)


def queues():
    import heapq

    h = []
    for i in range(120):
        heapq.heappush(h, (text((i * 37) % 101), [i]))
    first = [heapq.heappop(h) for _ in range(4)]
    d = deque((), 20)
    for i in range(60):
        d.append(text(i))
        if i % 4 == 0:
            d.popleft()
    Point = namedtuple("Point", "x y")
    points = [Point(text(i), [i]) for i in range(40)]
    od = OrderedDict((text(i), [i]) for i in range(30))
    return first[0], list(d)[:2], points[7].x + text(points[8].y[0]), points[3], list(od.items())[-1]


def streams():
    import io

    out = io.StringIO()
    for i in range(60):
        out.write(text(i) + "\n")
        print(i, [text(i)], file=out)
    raw = io.BytesIO()
    for i in range(60):
        raw.write(text(i).encode())
    data = out.getvalue()
    return len(data), data[-20:], raw.getvalue()[-10:], io.StringIO(data).readline()


def compressed():
    original = b"".join(text(i).encode() for i in range(200))
    try:
        import deflate
        import io

        packed = io.BytesIO()
        with deflate.DeflateIO(packed, deflate.ZLIB, 9) as z:
            z.write(original)
        back = deflate.DeflateIO(io.BytesIO(packed.getvalue())).read()
    except ImportError:
        import zlib

        back = zlib.decompress(zlib.compress(original))
    return back == original, len(back)


def tasks():
    import asyncio

    log = []

    async def worker(n):
        for i in range(4):
            log.append(text(n) + str(i))
            await asyncio.sleep(0)
        return [text(n)] * 2

    async def main():
        return await asyncio.gather(*[worker(i) for i in range(6)])

    return asyncio.run(main())[-1], len("".join(log)), log[-1]


def json_callbacks():
    class Odd:
        def __init__(self, n):
            self.n = n

    total = 0
    for i in range(8):
        out = json.dumps({text(j): [Odd(j), j / 3, (text(j), None)] for j in range(6)}, default=lambda o: {"odd": text(o.n)}, indent=1)
        back = json.loads(out, object_hook=lambda d: tuple(d.items()), parse_float=lambda s: text(len(s)))
        total += len(out) + len(str(back))
    return total


def formatted():
    class Shown:
        def __format__(self, spec):
            return text(len(spec)) + spec

    total = 0
    for i in range(20):
        total += len(f"{Shown():a{i}b} {i / 7:>12.4f} {10 ** i:,} {text(i)!r:^20}" + "{:{}} {x[k]}".format(text(i), 12, x={"k": Shown()}))
        total += len("%s %r %08.3f" % (text(i), [text(i)], i / 3)) + len(repr(i / 9)) + len(str(float(str(i) + ".25")))
    return total


def keys():
    class Key:
        def __init__(self, n):
            self.n, self.name = n, text(n)

        def __hash__(self):
            return len(self.name) + self.n % 3

        def __eq__(self, other):
            return text(self.n) == text(other.n)

        def __lt__(self, other):
            return text(self.n) < text(other.n)

    d = {Key(i): text(i) for i in range(40)}
    for i in range(0, 40, 3):
        del d[Key(i)]
    d.update({Key(i): text(i) for i in range(20, 60)})
    s = {Key(i) for i in range(30)} & {Key(i) for i in range(10, 50)}
    return len(d), len(s), "".join([k.name for k in sorted(d, reverse=True)][:5]), [k.n for k in sorted(s, key=lambda k: text(-k.n))][:4]


def slices():
    items = [text(i) for i in range(50)]
    for i in range(10):
        items[i::7] = [text(j) for j in range(len(items[i::7]))]
        items[3:5] = (text(i) for _ in range(4))
        del items[1:9:4]
    return len(items), "".join(items[::11]), "".join(reversed(text(9)))[::2], bytes(bytearray(range(60))[::-9])


def matched():
    class Point:
        __match_args__ = ("x", "y")

        def __init__(self, x, y):
            self.x, self.y = x, y

    out = []
    for value in ({"kind": text(1), "rest": [1, 2]}, [text(2), *range(4)], Point(text(3), text(4)), (1, (2, text(5))), text(6), {"a": 1, text(7): 2}) * 4:
        match value:
            case {"kind": str(kind), **others}:
                out.append(kind + str(others))
            case [str(first), *middle, last]:
                out.append(first + str(middle) + str(last))
            case Point(x, y=str(y)):
                out.append(x + y)
            case (1, (n, str(inner) as whole)):
                out.append(text(n) + inner + whole)
            case str() | bytes():
                out.append(value)
            case _:
                out.append(str(value))
    return len("".join(out)), out[5]


def made_classes():
    class Named:
        def __set_name__(self, owner, name):
            self.name = owner.__name__ + name

        def __get__(self, obj, owner=None):
            return self.name

    class Meta(type):
        def __new__(meta, name, bases, members, **kw):
            members[text(len(name))] = text(len(members))
            return super().__new__(meta, name, bases, members)

        def __init__(cls, name, bases, members, **kw):
            super().__init__(name, bases, members)

    class Base(metaclass=Meta):
        made = []

        def __init_subclass__(cls, tag="", **kw):
            Base.made.append(cls.__name__ + tag)

    for i in range(12):
        cls = type(Base)("C" + text(i), (Base,), {"a": Named(), "b": Named(), "m": lambda self: super(cls, self)})
        Base.made.append(cls().a + cls.b)
    return len(Base.made), Base.made[-1]


def groups():
    n = 0
    for i in range(12):
        try:
            raise ExceptionGroup(text(i), [ValueError(text(i)), ExceptionGroup(text(i), [OSError(text(j)) for j in range(4)]), KeyError(text(i))])
        except* ValueError as e:
            n += len(str(e)) + len(e.exceptions)
        except* OSError as e:
            n += sum([len(str(x)) for x in e.exceptions[0].exceptions])
        except* KeyError as e:
            n += len(repr(e))
    return n


def asynchronous():
    async def numbers(n):
        try:
            for i in range(n):
                yield text(i)
        finally:
            text(n)

    async def length(x):
        return len(text(len(x)))

    async def main():
        total = 0
        for i in range(6):
            total += sum([await length(x) async for x in numbers(10)]) + len({x: y async for x in numbers(4) for y in range(3)})
            g = numbers(5)
            total += len(await g.__anext__() + await g.asend(None))
            await g.aclose()
        return total

    c = main()
    try:
        c.send(None)
    except StopIteration as e:
        return e.value


for part in (
    containers, sorting, generators, classes, closures, exceptions, bigints,
    regexes, strings, buffers, queues, streams, compressed, tasks,
    json_callbacks, formatted, keys, slices, matched, made_classes, groups, asynchronous,
):
    print(part.__name__, part())
