__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]


# Containers. OrderedDict, Counter and defaultdict are dicts; a deque is a list with a head.
def __getattr__(name):
    if name in ("ChainMap", "UserDict", "UserList", "UserString"):
        import collections._more

        return getattr(collections._more, name)
    if name == "abc":
        import collections.abc

        return collections.abc
    raise AttributeError("module 'collections' has no attribute '" + name + "'")


def _same(self, other):
    return self is other or self == other


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = [str(f) for f in field_names]
    typename = str(typename)
    if not typename.isidentifier():
        raise ValueError("Type names and field names must be valid identifiers: %r" % typename)
    import keyword

    if keyword.iskeyword(typename):
        raise ValueError("Type names and field names cannot be a keyword: %r" % typename)
    seen = set()
    for i, f in enumerate(fields):
        bad = (
            "Type names and field names must be valid identifiers: %r"
            if not f.isidentifier()
            else "Type names and field names cannot be a keyword: %r"
            if keyword.iskeyword(f)
            else "Field names cannot start with an underscore: %r"
            if f.startswith("_")
            else "Encountered duplicate field name: %r"
            if f in seen
            else None
        )
        if bad:
            if not rename:
                raise ValueError(bad % f)
            f = fields[i] = "_" + str(i)
        seen.add(f)
    fields = tuple(fields)
    values = ()
    if defaults is not None:
        values = tuple(defaults)
        if len(values) > len(fields):
            raise TypeError("Got more default values than field names")
    first = len(fields) - len(values)
    args = ", ".join([f if i < first else "%s=_d[%d]" % (f, i - first) for i, f in enumerate(fields)])
    made = {}
    exec(
        "def __new__(_cls, %s):\n return _new(_cls, (%s))" % (args, "".join([f + ", " for f in fields])),
        {"_d": values, "_new": tuple.__new__, "__name__": "namedtuple_" + typename},
        made,
    )
    new = made["__new__"]
    new.__qualname__ = typename + ".__new__"
    ns = {
        "__new__": new,
        "__slots__": (),
        "_fields": fields,
        "__match_args__": fields,
        "_field_defaults": dict(zip(fields[first:], values)),
        "_make": classmethod(_nt_make),
        "_replace": _nt_replace,
        "_asdict": _nt_asdict,
        "__repr__": _nt_repr,
        "__getnewargs__": _nt_args,
        "__doc__": typename + "(" + ", ".join(fields) + ")",
    }
    ns["__module__"] = "__main__" if module is None else module
    for i, f in enumerate(fields):
        ns[f] = _Field(i)
    return type(typename, (tuple,), ns)


class _Field:
    def __init__(self, i):
        self.i = i
        self.__doc__ = "Alias for field number %d" % i

    def __get__(self, obj, cls=None):
        return self if obj is None else obj[self.i]

    def __set__(self, obj, value):
        raise AttributeError("can't set attribute")


def _nt_repr(self):
    return type(self).__name__ + "(" + ", ".join([f + "=" + repr(v) for f, v in zip(self._fields, self)]) + ")"


def _nt_make(cls, iterable):
    values = tuple(iterable)
    if len(values) != len(cls._fields):
        raise TypeError("Expected %d arguments, got %d" % (len(cls._fields), len(values)))
    return cls(*values)


def _nt_replace(self, /, **changes):
    fields = self._fields
    values = [changes.pop(f, v) for f, v in zip(fields, self)]
    if changes:
        raise ValueError("Got unexpected field names: %r" % list(changes))
    return type(self)(*values)


def _nt_asdict(self):
    return dict(zip(self._fields, self))


def _nt_args(self):
    return tuple(self)


class OrderedDict(dict):
    # Its own methods go past what a subclass makes of the operators: one that moves a key when it is read is common.
    def move_to_end(self, key, last=True):
        value = dict.__getitem__(self, key)
        dict.__delitem__(self, key)
        rest = () if last else list(dict.items(self))
        if not last:
            dict.clear(self)
        dict.__setitem__(self, key, value)
        for k, v in rest:
            dict.__setitem__(self, k, v)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        if last:
            return dict.popitem(self)
        for key in dict.keys(self):
            return key, dict.pop(self, key)

    def __repr__(self):
        name = type(self).__name__
        return name + "(" + dict.__repr__(self) + ")" if self else name + "()"

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(dict.items(self)) == list(dict.items(other))
        return dict.copy(self) == other

    def __ne__(self, other):
        return not self == other

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


class defaultdict(dict):
    def __init__(self, default_factory=None, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def __repr__(self):
        return "defaultdict(%r, %s)" % (self.default_factory, dict.__repr__(dict(self)))

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (self.default_factory, dict(self))

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            get = self.get
            if isinstance(iterable, dict) or hasattr(iterable, "items"):
                if not self:
                    dict.update(self, iterable)
                    iterable = {}
                for key, n in iterable.items():
                    self[key] = n + get(key, 0)
            else:
                for key in iterable:
                    self[key] = get(key, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            get = self.get
            if isinstance(iterable, dict) or hasattr(iterable, "items"):
                for key, n in iterable.items():
                    self[key] = get(key, 0) - n
            else:
                for key in iterable:
                    self[key] = get(key, 0) - 1
        if kwds:
            self.subtract(kwds)

    def most_common(self, n=None):
        items = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return items if n is None else items[: max(n, 0)]

    def elements(self):
        for key, n in self.items():
            for _ in range(n):
                yield key

    def total(self):
        return sum(self.values())

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead."
        )

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (dict(self),)

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return name + "()"
        try:
            d = dict(self.most_common())
        except TypeError:
            d = dict(self)
        return name + "(" + repr(d) + ")"

    def _all(self, other, test):
        return all(test(self[k], other[k]) for k in list(self) + [k for k in other if k not in self])

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return dict(self) == other if isinstance(other, dict) else NotImplemented
        return self._all(other, lambda a, b: a == b)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return dict(self) != other if isinstance(other, dict) else NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._all(other, lambda a, b: a <= b)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._all(other, lambda a, b: a >= b)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _merge(self, other, op):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key, n in self.items():
            n = op(n, other[key])
            if n > 0:
                result[key] = n
        for key, n in other.items():
            if key not in self:
                n = op(0, n)
                if n > 0:
                    result[key] = n
        return result

    def __add__(self, other):
        return self._merge(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._merge(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._merge(other, max)

    def __and__(self, other):
        return self._merge(other, min)

    def __pos__(self):
        return self._merge(Counter(), lambda a, b: a)

    def __neg__(self):
        return self._merge(Counter(), lambda a, b: -a)

    def _keep_positive(self):
        for key in [k for k, n in self.items() if not n > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, n in other.items():
            self[key] += n
        return self._keep_positive()

    def __isub__(self, other):
        for key, n in other.items():
            self[key] -= n
        return self._keep_positive()

    def __ior__(self, other):
        for key, n in other.items():
            if n > self[key]:
                self[key] = n
        return self._keep_positive()

    def __iand__(self, other):
        for key, n in list(self.items()):
            if other[key] < n:
                self[key] = other[key]
        return self._keep_positive()


class deque:
    # The items are _l[_h:]; what was taken from the left is cut off when it is half of the list. Both change
    # with nothing in between that could be interrupted: no call, no operator.
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._l = []
        self._h = 0
        self._m = maxlen
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._m

    def append(self, x):
        self._l.append(x)
        if self._m is not None and len(self._l) - self._h > self._m:
            self.popleft()

    def appendleft(self, x):
        h = self._h
        l = self._l
        if self._m is not None and len(l) - h >= self._m:
            if not self._m:
                return
            l.pop()
        if h:
            self._h = h = h - 1
        else:
            h = len(l) + 3
            room = [None] * (h + 1)
            l[:0] = room
            self._h = h
        l[h] = x

    def pop(self):
        if len(self._l) == self._h:
            raise IndexError("pop from an empty deque")
        return self._l.pop()

    def popleft(self):
        l = self._l
        h = self._h
        if h == len(l):
            raise IndexError("pop from an empty deque")
        x = l[h]
        end = h + 1
        if end > 16 and end * 2 > len(l):
            del l[:end]
            self._h = 0
        else:
            l[h] = None
            self._h = end
        return x

    def extend(self, iterable):
        if self._m is None:
            self._l.extend(list(iterable) if iterable is self else iterable)
        else:
            for x in list(iterable) if iterable is self else iterable:
                self.append(x)

    def extendleft(self, iterable):
        for x in list(iterable) if iterable is self else iterable:
            self.appendleft(x)

    def clear(self):
        self._l = []
        self._h = 0

    def copy(self):
        return type(self)(self, self._m)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (list(self), self._m)

    def rotate(self, n=1):
        items = self._l[self._h :]
        if items:
            n %= len(items)
            self._l = items[-n:] + items[:-n] if n else items
            self._h = 0

    def reverse(self):
        self._l = self._l[self._h :]
        self._h = 0
        self._l.reverse()

    def count(self, x):
        return self._l[self._h :].count(x)

    def index(self, x, start=0, stop=None):
        n = len(self)
        start = max(start + n, 0) if start < 0 else start
        stop = n if stop is None else stop + n if stop < 0 else min(stop, n)
        for i in range(start, stop):
            if _same(self._l[self._h + i], x):
                return i
        raise ValueError("%r is not in deque" % (x,))

    def insert(self, i, x):
        if self._m is not None and len(self) >= self._m:
            raise IndexError("deque already at its maximum size")
        n = len(self)
        i = max(i + n, 0) if i < 0 else min(i, n)
        self._l.insert(self._h + i, x)

    def remove(self, x):
        for i in range(self._h, len(self._l)):
            if _same(self._l[i], x):
                del self._l[i]
                return
        raise ValueError("%r is not in deque" % (x,))

    def _at(self, i):
        if not isinstance(i, int):
            raise TypeError("sequence index must be integer, not %r" % type(i).__name__)
        n = len(self._l) - self._h
        if i < 0:
            i += n
        if not 0 <= i < n:
            raise IndexError("deque index out of range")
        return i + self._h

    def __getitem__(self, i):
        return self._l[self._at(i)]

    def __setitem__(self, i, x):
        self._l[self._at(i)] = x

    def __delitem__(self, i):
        del self._l[self._at(i)]

    def __len__(self):
        return len(self._l) - self._h

    def __bool__(self):
        return len(self._l) > self._h

    def __contains__(self, x):
        return x in self._l[self._h :]

    def __iter__(self):
        n = len(self)
        for i in range(n):
            if len(self._l) - self._h != n:
                raise RuntimeError("deque mutated during iteration")
            yield self._l[self._h + i]

    def __reversed__(self):
        return reversed(self._l[self._h :])

    def __repr__(self):
        items = ["[...]" if x is self else repr(x) for x in self]
        end = ")" if self._m is None else ", maxlen=%d)" % self._m
        return type(self).__name__ + "([" + ", ".join(items) + "]" + end

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return list(self) < list(other) if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return list(self) <= list(other) if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return list(self) > list(other) if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return list(self) >= list(other) if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(
                'can only concatenate deque (not "%s") to deque' % type(other).__name__
            )
        new = self.copy()
        new.extend(other)
        return new

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        return type(self)(list(self) * n, self._m)

    __rmul__ = __mul__

    def __imul__(self, n):
        items = list(self) * n
        self.clear()
        self.extend(items)
        return self
