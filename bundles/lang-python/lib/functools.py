# Functions of functions.
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)
_none = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            setattr(wrapper, name, getattr(wrapped, name))
        except AttributeError:
            pass
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


def reduce(function, iterable, initial=_none):
    it = iter(iterable)
    if initial is _none:
        for initial in it:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for x in it:
        initial = function(initial, x)
    return initial


class partial:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = dict(func.keywords, **keywords)
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        if self.keywords:
            keywords = dict(self.keywords, **keywords)
        return self.func(*self.args, *args, **keywords)

    def __repr__(self):
        args = [repr(self.func)] + [repr(a) for a in self.args]
        args += ["%s=%r" % item for item in self.keywords.items()]
        return ("functools.partial" if type(self) is partial else type(self).__qualname__) + "(" + ", ".join(args) + ")"


def _check_descriptor(func):
    if not callable(func) and not hasattr(func, "__get__") and not isinstance(func, (classmethod, staticmethod)):
        raise TypeError("%r is not callable or a descriptor" % (func,))


# What func is as an attribute of obj.
def _bound(func, obj, cls):
    if isinstance(func, staticmethod):
        return func.__func__
    if isinstance(func, classmethod):
        return partial(func.__func__, cls)
    return func.__get__(obj, cls) if hasattr(func, "__get__") else func


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        _check_descriptor(func)
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = dict(func.keywords, **keywords)
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        func = self.func
        if obj is None and not isinstance(func, (classmethod, staticmethod)):
            return lambda self_, /, *args, **keywords: self.__get__(self_)(*args, **keywords)
        if isinstance(func, (classmethod, staticmethod)) or hasattr(func, "__get__"):
            return partial(_bound(func, obj, cls), *self.args, **self.keywords)
        return partial(func, obj, *self.args, **self.keywords)

    def __repr__(self):
        args = [repr(self.func)] + [repr(a) for a in self.args]
        args += ["%s=%r" % item for item in self.keywords.items()]
        return "functools.partialmethod(" + ", ".join(args) + ")"

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


def cmp_to_key(mycmp):
    class K:
        __slots__ = ("obj",)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None

    return K


def _negate(op):
    def method(self, other):
        result = op(self, other)
        return result if result is NotImplemented else not result

    return method


def _with_equal(op):
    def method(self, other):
        result = op(self, other)
        return result if result is NotImplemented else result or self == other

    return method


def _without_equal(op):
    # self > other is: not self < other, and not equal.
    def method(self, other):
        result = op(self, other)
        return result if result is NotImplemented else not result and self != other

    return method


def _and_not_equal(op):
    def method(self, other):
        result = op(self, other)
        return result if result is NotImplemented else result and self != other

    return method


def _or_equal(op):
    # self >= other is: not self <= other, or equal.
    def method(self, other):
        result = op(self, other)
        return result if result is NotImplemented else not result or self == other

    return method


def total_ordering(cls):
    table = (
        ("__lt__", "__gt__", _without_equal, "__le__", _with_equal, "__ge__", _negate),
        ("__le__", "__ge__", _or_equal, "__lt__", _and_not_equal, "__gt__", _negate),
        ("__gt__", "__lt__", _without_equal, "__ge__", _with_equal, "__le__", _negate),
        ("__ge__", "__le__", _or_equal, "__gt__", _and_not_equal, "__lt__", _negate),
    )
    have = {row[0] for row in table if getattr(cls, row[0], None) is not getattr(object, row[0], None)}
    for row in table:
        if row[0] in have:
            op = getattr(cls, row[0])
            for i in (1, 3, 5):
                if row[i] not in have:
                    method = row[i + 1](op)
                    method.__name__ = row[i]
                    setattr(cls, row[i], method)
            return cls
    raise ValueError("must define at least one ordering operation: < > <= >=")


_Info = None


def _cache_info(*figures):
    global _Info
    if _Info is None:
        from collections import namedtuple

        _Info = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
    return _Info(*figures)


_kwmark = (object(),)


def _key(args, kwargs, typed):
    key = args
    if kwargs:
        key += _kwmark
        for item in kwargs.items():
            key += item
    if typed:
        key += tuple([type(a) for a in args]) + tuple([type(v) for v in kwargs.values()])
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return key


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return lru_cache(128, typed)(maxsize)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(f):
        cached = {}  # the most recently used last
        hits = misses = 0

        def cache_info():
            return _cache_info(hits, misses, maxsize, len(cached))

        def cache_clear():
            nonlocal hits, misses
            cached.clear()
            hits = misses = 0

        def wrapper(*args, **kwargs):
            nonlocal hits, misses
            key = args[0] if len(args) == 1 and not kwargs and type(args[0]) is int and not typed else _key(args, kwargs, typed)
            result = cached.get(key, _none)
            if result is not _none:
                hits += 1
                if maxsize is not None:
                    del cached[key]
                    cached[key] = result
                return result
            misses += 1
            result = f(*args, **kwargs)
            if maxsize is None:
                cached[key] = result
            elif maxsize:
                if key not in cached and len(cached) >= maxsize:
                    del cached[next(iter(cached))]
                cached[key] = result
            return result

        update_wrapper(wrapper, f)
        wrapper.cache_info = cache_info
        wrapper.cache_clear = cache_clear
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return wrapper

    return decorate


def cache(user_function):
    return lru_cache(None)(user_function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = getattr(func, "__doc__", None)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names (%r and %r)."
                % (self.attrname, name)
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it."
            )
        try:
            d = instance.__dict__
        except AttributeError:
            raise TypeError("No '__dict__' attribute on %r instance to cache %r property." % (type(instance).__name__, name)) from None
        if name not in d:
            d[name] = self.func(instance)
        return d[name]


def _find_impl(cls, registry):
    for c in cls.__mro__:
        if c in registry and c is not object:
            return registry[c]
    # Abstract classes: the most derived one that cls is a subclass of.
    best = None
    for c in registry:
        if c is not object and c not in cls.__mro__ and issubclass(cls, c):
            if best is None or issubclass(c, best):
                best = c
    return registry[object if best is None else best]


def singledispatch(func):
    registry = {object: func}
    found = {}

    def dispatch(cls):
        if cls not in found:
            found[cls] = _find_impl(cls, registry)
        return found[cls]

    def register(cls, f=None):
        if f is None:
            if _is_class(cls):
                return lambda f: register(cls, f)
            f = cls
            hints = getattr(getattr(f, "__func__", f), "__annotations__", {})
            if not hints:
                raise TypeError(
                    "Invalid first argument to `register()`: %r. Use either "
                    "`@register(some_class)` or plain `@register` on an annotated function." % (f,)
                )
            cls = next(iter(hints.values()))
            if isinstance(cls, str):
                from typing import get_type_hints

                cls = next(iter(get_type_hints(f).values()))
            if not _is_class(cls):
                raise TypeError("Invalid annotation for %r. %r is not a class." % (next(iter(hints)), cls))
        if not _is_class(cls):
            raise TypeError("Invalid first argument to `register()`: %r is not a class or union type." % (cls,))
        for c in _union_args(cls) or (cls,):
            registry[type(None) if c is None else c] = f
        found.clear()
        return f

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(name + " requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    update_wrapper(wrapper, func)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = found.clear
    return wrapper


def _is_class(cls):
    return cls is None or isinstance(cls, type) and not hasattr(cls, "__origin__") or _union_args(cls)


def _union_args(cls):
    args = getattr(cls, "__args__", None)
    kind = getattr(getattr(cls, "__origin__", None), "_name", None) or type(cls).__name__
    return args if args and not isinstance(cls, type) and "Union" in kind else None


class singledispatchmethod:
    def __init__(self, func):
        _check_descriptor(func)
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def method(*args, **kwargs):
            return _bound(dispatch(type(args[0])), obj, cls)(*args, **kwargs)

        method.register = self.register
        return update_wrapper(method, getattr(self.func, "__func__", self.func))

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
