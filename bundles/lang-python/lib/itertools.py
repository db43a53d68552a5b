# Iterators that are made of iterators. Most are generators.
import _hognose


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    saved = []
    for x in iterable:
        yield x
        saved.append(x)
    while saved:
        yield from saved


def repeat(object, times=None):
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


def accumulate(iterable, func=None, *, initial=None):
    it = iter(iterable)
    total = initial
    if initial is None:
        for total in it:
            break
        else:
            return
    yield total
    if func is None:
        for x in it:
            total = total + x
            yield total
    else:
        for x in it:
            total = func(total, x)
            yield total


def batched(iterable, n):
    if n < 1:
        raise ValueError("n must be at least one")
    return _batched(iter(iterable), n)


def _batched(it, n):
    while True:
        batch = tuple(islice(it, n))
        if not batch:
            return
        yield batch


def _chain(iterables):
    for it in iterables:
        yield from it


class chain:
    def __init__(self, *iterables):
        self._it = _chain(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        self = cls()
        self._it = _chain(iterables)
        return self

    def __iter__(self):
        return self._it

    def __next__(self):
        return next(self._it)


def compress(data, selectors):
    for x, s in zip(data, selectors):
        if s:
            yield x


def dropwhile(predicate, iterable):
    it = iter(iterable)
    for x in it:
        if not predicate(x):
            yield x
            break
    yield from it


def takewhile(predicate, iterable):
    for x in iterable:
        if not predicate(x):
            break
        yield x


def filterfalse(predicate, iterable):
    for x in iterable:
        if not (predicate(x) if predicate is not None else x):
            yield x


def groupby(iterable, key=None):
    it = iter(iterable)
    end = []  # what only this call knows

    def step():
        nonlocal value, current
        value = next(it, end)
        if value is not end:
            current = value if key is None else key(value)

    def group(wanted, mine):
        while value is not end and serial == mine and current == wanted:
            yield value
            step()

    value = current = None
    serial = 0
    step()
    while value is not end:
        wanted = current
        serial += 1
        yield wanted, group(wanted, serial)
        while value is not end and current == wanted:
            step()


def islice(iterable, *args):
    if not 1 <= len(args) <= 3:
        raise TypeError("islice expected at %s arguments, got %d" % ("most 4" if args else "least 2", len(args) + 1))
    start, stop, step = (None,) + args + (None,) if len(args) == 1 else (args + (None,))[:3]
    for n, what in ((start, 0), (stop, 1)):
        if n is not None and (not isinstance(n, int) or n < 0):
            raise ValueError(
                "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
                if what and len(args) == 1
                else "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
            )
    if step is not None and (not isinstance(step, int) or step < 1):
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), start or 0, stop, step or 1)


def _islice(it, start, stop, step):
    i = 0
    while stop is None or i < stop:
        if i >= start and (i - start) % step == 0:
            for x in it:
                yield x
                break
            else:
                return
        else:
            for x in it:
                break
            else:
                return
        i += 1


def pairwise(iterable):
    it = iter(iterable)
    for a in it:
        break
    else:
        return
    for b in it:
        yield a, b
        a = b


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def tee(iterable, n=2):
    if n < 0:
        raise ValueError("n must be >= 0")
    it = iter(iterable)
    link = [None, None]  # a chain of [value, next link], filled by whoever is ahead

    def branch(link):
        while True:
            if link[1] is None:
                for link[0] in it:
                    break
                else:
                    return
                link[1] = [None, None]
            value, link = link
            yield value

    return tuple([branch(link) for _ in range(n)])


def zip_longest(*iterables, fillvalue=None):
    its = [iter(it) for it in iterables]
    left = len(its)
    end = []
    while left:
        row = []
        for i, it in enumerate(its):
            x = end if it is None else next(it, end)
            if x is end:
                if it is not None:
                    its[i] = None
                    left -= 1
                    if not left:
                        return
                x = fillvalue
            row.append(x)
        yield tuple(row)


# The combinatoric ones are C's: arrange.c.
def product(*iterables, repeat=1):
    pools = tuple([tuple(p) for p in iterables]) * repeat
    return _hognose.arrange(0, pools, len(pools))


def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    if not isinstance(r, int):
        raise TypeError("Expected int as r")
    return _arrange(1, pool, r)


def combinations(iterable, r):
    return _arrange(2, tuple(iterable), r)


def combinations_with_replacement(iterable, r):
    return _arrange(3, tuple(iterable), r)


def _arrange(kind, pool, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _hognose.arrange(kind, pool, r)
