# Shallow and deep copies.
class Error(Exception):
    pass


error = Error


def _atomic():
    def f():
        yield

    return (
        type(None), int, float, bool, complex, str, bytes, type, range, type(f), type(f()), type(len),
        type(Ellipsis), type(NotImplemented), property,
    )


def _reduced(x):
    # What __reduce_ex__ or __reduce__ of a class that has one says.
    for name, args in (("__reduce_ex__", (4,)), ("__reduce__", ())):
        method = getattr(type(x), name, None)
        if method is not None and method is not getattr(object, name, None):
            return getattr(x, name)(*args)
    return None


def _state_of(x):
    getstate = getattr(type(x), "__getstate__", None)
    if getstate is not None and getstate is not getattr(object, "__getstate__", None):
        return x.__getstate__()
    return None


def _slots(cls):
    names = []
    for c in cls.__mro__:
        s = c.__dict__.get("__slots__", ())
        names += [s] if isinstance(s, str) else list(s)
    return [n for n in names if n not in ("__dict__", "__weakref__")]


def _blank(x):
    cls = type(x)
    for base in (dict, list, set, bytearray, tuple, frozenset, str, int, float, bytes):
        if isinstance(x, base):
            return base.__new__(cls) if base in (dict, list, set, bytearray) else base.__new__(cls, x), base
    if isinstance(x, BaseException):
        return cls.__new__(cls, *x.args), BaseException
    return object.__new__(cls), None


def _fill(y, x, state, convert):
    setstate = getattr(y, "__setstate__", None)
    if state is None:
        state = getattr(x, "__dict__", {})
        for name in _slots(type(x)):
            if hasattr(x, name):
                object.__setattr__(y, name, convert(getattr(x, name)))
        if setstate is not None:
            setstate(dict([(k, convert(v)) for k, v in state.items()]))
            return
    elif setstate is not None:
        setstate(convert(state))
        return
    for k, v in state.items():
        object.__setattr__(y, k, convert(v))


def _rebuild(reduced, convert):
    if isinstance(reduced, str):
        return None
    f, args = reduced[0], reduced[1]
    y = f(*[convert(a) for a in args])
    state = reduced[2] if len(reduced) > 2 else None
    if state is not None:
        state = convert(state)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            for k, v in state.items():
                setattr(y, k, v)
    if len(reduced) > 3 and reduced[3] is not None:
        for item in reduced[3]:
            y.append(convert(item))
    if len(reduced) > 4 and reduced[4] is not None:
        for k, v in reduced[4]:
            y[convert(k)] = convert(v)
    return y


def _same(v):
    return v


def copy(x):
    cls = type(x)
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if cls.__name__ == "array":
        return x[:]
    if cls in (tuple, frozenset) or isinstance(x, type) or cls.__name__ == "function" or cls in _atomic():
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return x.__copy__()
    reduced = _reduced(x)
    if reduced is not None:
        return x if isinstance(reduced, str) else _rebuild(reduced, _same)
    if hasattr(x, "send") or cls.__module__ == "builtins" and not isinstance(x, (BaseException, object().__class__)):
        raise TypeError("cannot pickle %r object" % cls.__name__)
    y, base = _blank(x)
    if base is dict:
        for k in x:
            dict.__setitem__(y, k, dict.__getitem__(x, k))
    elif base is list:
        list.extend(y, x)
    elif base is set:
        y.update(x)
    _fill(y, x, _state_of(x), _same)
    return y


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in (int, str, float, bool, bytes, complex, type(None)):
        return x
    if memo is None:
        memo = {}
    y = memo.get(id(x), _nil)
    if y is not _nil:
        return y
    if cls is list:
        y = memo[id(x)] = []
        for v in x:
            y.append(deepcopy(v, memo))
    elif cls is dict:
        y = memo[id(x)] = {}
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        y = [deepcopy(v, memo) for v in x]
        if id(x) in memo:
            return memo[id(x)]
        y = x if all([a is b for a, b in zip(x, y)]) else tuple(y)
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(v, memo) for v in x])
    elif cls is bytearray or cls.__name__ == "array":
        y = x[:]
    elif isinstance(x, type) or cls.__name__ == "function" or cls in _atomic():
        return x
    elif hasattr(cls, "__deepcopy__"):
        y = x.__deepcopy__(memo)
    else:
        y = _deep_instance(x, cls, memo)
    if y is not x:
        memo[id(x)] = y
        memo.setdefault(id(memo), []).append(x)  # an id must not be used again meanwhile
    return y


def _deep_instance(x, cls, memo):
    convert = lambda v: deepcopy(v, memo)
    if cls.__name__ in ("method", "bound_method"):
        return type(x)(x.__func__, convert(x.__self__)) if hasattr(x, "__func__") else x
    reduced = _reduced(x)
    if reduced is not None:
        return x if isinstance(reduced, str) else _rebuild(reduced, convert)
    if cls.__module__ == "builtins" and not isinstance(x, BaseException) and cls is not object:
        raise TypeError("cannot pickle %r object" % cls.__name__)
    if isinstance(x, tuple) and hasattr(x, "_fields"):
        return cls(*[convert(v) for v in x])
    y, base = _blank(x)
    if base is tuple:
        y = tuple.__new__(cls, [convert(v) for v in x])
    memo[id(x)] = y
    if base is dict:
        for k in x:
            dict.__setitem__(y, convert(k), convert(dict.__getitem__(x, k)))
    elif base is list:
        for v in x:
            list.append(y, convert(v))
    elif base is set:
        for v in x:
            y.add(convert(v))
    _fill(y, x, _state_of(x), convert)
    return y


