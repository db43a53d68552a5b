# Work of many kinds on data that lasts, and what must hold of the data wherever the work was interrupted.
import array, asyncio, collections, contextlib, dataclasses, decimal, gc, heapq, io, itertools, json, re, struct, sys

numbers, words, order, seen, queue = {}, [], [], set(), collections.deque()
tree, heap, text = {}, [], io.StringIO()
stops = itertools.count()


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


fibs = fib()


@dataclasses.dataclass
class Point:
    x: int
    y: int = 2


class Text(str):
    def __hash__(self):
        return str.__hash__(self)

    def __eq__(self, other):
        return str.__eq__(self, other)


class Gone:
    count = 0

    def __del__(self):
        Gone.count += 1


async def step(n):
    await asyncio.sleep(0)
    return n


async def steps():
    return sum(await asyncio.gather(*[step(i) for i in range(5)]))


def nest(n):
    try:
        return 1 // n if n == 0 else nest(n - 1)
    except ZeroDivisionError as e:
        raise ValueError(n) from e
    finally:
        words.append("end")


def work():
    k = next(stops)
    for i in range(40):
        n = k * 40 + i
        numbers[n] = str(n)
        numbers.pop(n - 200, None)
        seen.add(n)
        seen.discard(n - 200)
        queue.append(n)
        if len(queue) > 50:
            queue.popleft()
        heapq.heappush(heap, -n)
        if len(heap) > 100:
            heapq.heappop(heap)
        words.append("w%d" % n)
        tree.setdefault(Text(n % 7), []).append(n)
    del words[:-100]
    for key in tree:
        del tree[key][:-20]
    order[:] = sorted(words, key=lambda w: (len(w), w))
    assert next(fibs) >= 0 if True else None
    json.loads(json.dumps({str(key): value for key, value in numbers.items()}))
    re.sub(r"(\w+)(\d)", lambda m: m.group(2) + m.group(1), " ".join(words))
    re.findall(r"(a|b|ab)+c", "ab" * 10 + "c")
    try:
        nest(5)
    except ValueError as e:
        assert e.__cause__ is not None
    with contextlib.redirect_stdout(io.StringIO()) as out:
        print(words, Point(k), sep="\n")
    assert "Point" in out.getvalue()
    exec("class C(Point):\n  def f(self): return [x for x in range(5)]\nassert C(1).f() == [0, 1, 2, 3, 4]", globals())
    for m in ("textwrap", "bisect"):
        sys.modules.pop(m, None)
    import bisect, textwrap

    textwrap.fill("some words to fill " * 5, 20)
    bisect.insort(order, "m")
    assert asyncio.run(steps()) == 10
    with decimal.localcontext() as c:
        c.prec = 30
        decimal.Decimal(k + 2).sqrt()
    big = 3 ** (200 + k % 50)
    assert int(str(big)) == big and divmod(big * big + 1, big) == (big, 1)
    for _ in range(10):
        Gone()
    gc.collect()
    a = array.array("i", range(100))
    a.extend(a)
    struct.unpack("<10i", struct.pack("<10i", *a[:10]))
    text.write("line %d\n" % k)
    f"{big:,} {k:>10} {words[-1]!r} {3.5:.3f}".split()
    "".join(map(chr, range(200, 300))).upper().encode().decode()
    list(itertools.permutations(range(4)))
    return collections.Counter("".join(words)).most_common(3)


def check():
    assert all(key == int(value) for key, value in numbers.items())
    assert len(numbers) == len(list(numbers)) == len(set(numbers)) and all(key in numbers for key in list(numbers))
    assert sum(1 for n in seen) == len(seen) and all(n in seen for n in seen)
    assert list(queue) == sorted(queue)
    assert all(n <= 0 for n in heap)
    assert all(w == "end" or w[0] == "w" for w in words)
    for key, values in tree.items():
        assert tree[Text(key)] is values and all(n % 7 == int(key) for n in values)
    assert all(line.startswith("line ") for line in text.getvalue().splitlines())
    global fibs
    if next(fibs, None) is None:  # it was running
        fibs = fib()
    assert dataclasses.asdict(Point(1)) == {"x": 1, "y": 2}
    assert decimal.getcontext().prec == 28
    assert sys.stdout is sys.__stdout__ if hasattr(sys, "__stdout__") else True
