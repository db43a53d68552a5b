# Type hints at run time: they can be written, shown, taken apart; nothing checks them.
TYPE_CHECKING = False


def _name(t):
    if t is None or t is type(None):
        return "None"
    if t is ...:
        return "..."
    if isinstance(t, type):
        module = getattr(t, "__module__", "builtins")
        name = getattr(t, "__qualname__", t.__name__)
        return name if module == "builtins" else module + "." + name
    if isinstance(t, (list, tuple)):
        return "[" + ", ".join([_name(a) for a in t]) + "]"
    return repr(t)


def _check(t):
    # What may be an argument of a type.
    if t is None:
        return type(None)
    return ForwardRef(t) if isinstance(t, str) else t


class _Typing:
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __hash__(self):
        return id(self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _Form(_Typing):
    # Any, Union, Optional and so on: a name, and what its subscription makes.
    def __init__(self, name, getitem=None, origin=None):
        self._name = self.__name__ = name
        self._getitem = getitem
        self.__origin__ = origin
        self.__module__ = "typing"

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, params):
        if self._getitem is None:
            raise TypeError(repr(self) + " is not subscriptable")
        return self._getitem(self, params)

    def __call__(self, *args, **kwds):
        if self.__origin__ is None:
            raise TypeError("Cannot instantiate " + repr(self))
        return self.__origin__(*args, **kwds)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self.__origin__ is None:
            raise TypeError(repr(self) + " cannot be used with issubclass()")
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        if self.__origin__ is None:
            raise TypeError("Cannot subclass " + repr(self))
        return (self.__origin__,)


class _Alias(_Typing):
    # A form or class with its arguments.
    def __init__(self, form, origin, args, shown=None):
        self._form = form
        self.__origin__ = origin
        self.__args__ = args
        self._shown = shown
        self.__parameters__ = _typevars(args)
        self._name = getattr(form, "_name", getattr(form, "__name__", None))
        self.__module__ = "typing"

    def __repr__(self):
        return self._shown(self) if self._shown else _name(self._form) + "[" + (", ".join([_name(a) for a in self.__args__]) or "()") + "]"

    def __eq__(self, other):
        return isinstance(other, _Alias) and self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __call__(self, *args, **kwds):
        origin = self.__origin__
        if not isinstance(origin, type):
            raise TypeError("Cannot instantiate " + repr(self))
        result = origin(*args, **kwds)
        try:
            result.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return result

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or name == "_shown":
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __getitem__(self, params):
        if not self.__parameters__:
            raise TypeError(repr(self) + " is not a generic class")
        params = params if isinstance(params, tuple) else (params,)
        if len(params) != len(self.__parameters__):
            raise TypeError(
                "Too %s arguments for %r; actual %d, expected %d"
                % ("many" if len(params) > len(self.__parameters__) else "few", self, len(params), len(self.__parameters__))
            )
        with_ = dict(zip(self.__parameters__, [_check(p) for p in params]))
        args = tuple([_substitute(a, with_) for a in self.__args__])
        if self.__origin__ is Union:
            return Union[args]
        return type(self)(self._form, self.__origin__, args, self._shown)

    def __mro_entries__(self, bases):
        if not isinstance(self.__origin__, type):
            raise TypeError("Cannot subclass " + repr(self))
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any([issubclass(cls, a) for a in self.__args__])
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __iter__(self):
        yield Unpack[self]


_GenericAlias = _Alias


def _generic(cls, params):
    params = params if isinstance(params, tuple) else (params,)
    return _Alias(cls, cls, tuple([_check(p) for p in params]))


def _substitute(a, with_):
    if isinstance(a, (TypeVar, ParamSpec)):
        return with_.get(a, a)
    if isinstance(a, tuple) or isinstance(a, list):
        return type(a)([_substitute(x, with_) for x in a])
    if getattr(a, "__parameters__", None) and not isinstance(a, type):
        return a[tuple([with_.get(p, p) for p in a.__parameters__])]
    return a


def _typevars(args):
    found = []
    for a in args:
        if isinstance(a, (TypeVar, ParamSpec, TypeVarTuple)):
            a = (a,)
        elif isinstance(a, (list, tuple)):
            a = _typevars(a)
        else:
            a = getattr(a, "__parameters__", ()) if not isinstance(a, type) else ()
        for p in a:
            if p not in found:
                found.append(p)
    return tuple(found)


class ForwardRef(_Typing):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError("Forward reference must be a string -- got %r" % (arg,))
        self.__forward_arg__ = arg

    def __repr__(self):
        return "ForwardRef(%r)" % self.__forward_arg__

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)


def _evaluated(self, name):
    # An attribute that is made when it is asked for: what stands there may name what comes later.
    if name not in ("__bound__", "__constraints__", "__value__"):
        raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))
    value = self._later(name)
    setattr(self, name, value)
    return value


class TypeVar(_Typing):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False):
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__name__ = name
        self.__bound__ = bound
        self.__constraints__ = constraints
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance

    def __repr__(self):
        return (
            "" if self.__infer_variance__ else "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        ) + self.__name__

    __getattr__ = _evaluated


class ParamSpec(TypeVar):
    def __init__(self, name, **kw):
        TypeVar.__init__(self, name, **kw)
        self.args = _Form(name + ".args")
        self.kwargs = _Form(name + ".kwargs")


class TypeVarTuple(_Typing):
    def __init__(self, name):
        self.__name__ = name

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


def _union(form, params):
    params = params if isinstance(params, tuple) else (params,)
    if not params:
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for p in params:
        p = _check(p)
        for a in p.__args__ if getattr(p, "__origin__", None) is Union or type(p).__name__ == "UnionType" else (p,):
            if a not in flat:
                flat.append(a)
    return flat[0] if len(flat) == 1 else _Alias(form, form, tuple(flat), _show_union)


def _show_union(self):
    args = self.__args__
    if len(args) == 2 and type(None) in args:
        return "typing.Optional[" + _name(args[args[0] is type(None)]) + "]"
    return "typing.Union[" + ", ".join([_name(a) for a in args]) + "]"


def _literal(form, params):
    params = params if isinstance(params, tuple) else (params,)
    flat = []
    for p in params:
        for a in p.__args__ if getattr(p, "__origin__", None) is Literal else (p,):
            if not any([a == b and type(a) is type(b) for b in flat]):
                flat.append(a)
    return _Alias(form, form, tuple(flat), lambda self: "typing.Literal[" + ", ".join([repr(a) for a in self.__args__]) + "]")


def _one(form, param):
    if isinstance(param, tuple):
        raise TypeError("%r accepts only single type." % form)
    return _Alias(form, form, (_check(param),))


def _many(form, params):
    params = params if isinstance(params, tuple) else (params,)
    return _Alias(form, form.__origin__ or form, tuple([_check(p) for p in params]))


def _callable(form, params):
    if not isinstance(params, tuple) or len(params) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    args, result = params
    args = tuple([_check(a) for a in args]) if isinstance(args, list) else (args,)
    return _Alias(form, form.__origin__, args + (_check(result),), _show_callable)


def _show_callable(self):
    args = self.__args__[:-1]
    if len(args) == 1 and (args[0] is ... or isinstance(args[0], ParamSpec)):
        args = _name(args[0])
    else:
        args = "[" + ", ".join([_name(a) for a in args]) + "]"
    return "typing.Callable[%s, %s]" % (args, _name(self.__args__[-1]))


def _annotated(form, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    inner = _check(params[0])
    metadata = params[1:]
    if isinstance(inner, _Alias) and hasattr(inner, "__metadata__"):
        metadata = inner.__metadata__ + metadata
        inner = inner.__origin__
    alias = _Alias(form, inner, (inner,), lambda self: "typing.Annotated[" + _name(inner) + ", " + ", ".join([repr(m) for m in metadata]) + "]")
    alias.__metadata__ = metadata
    return alias


class _AnyMeta(type):
    def __repr__(cls):
        return "typing.Any" if cls.__name__ == "Any" else type.__repr__(cls)

    def __instancecheck__(cls, obj):
        if cls.__name__ == "Any":
            raise TypeError("typing.Any cannot be used with isinstance()")
        return type.__instancecheck__(cls, obj)


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return object.__new__(cls)


Union = _Form("Union", _union)
Optional = _Form("Optional", lambda form, t: Union[t, None])
Literal = _Form("Literal", _literal)
Annotated = _Form("Annotated", _annotated)
Callable = _Form("Callable", _callable)
Concatenate = _Form("Concatenate", _many)
ClassVar = _Form("ClassVar", _one)
Final = _Form("Final", _one)
Required = _Form("Required", _one)
NotRequired = _Form("NotRequired", _one)
TypeGuard = _Form("TypeGuard", _one)
Unpack = _Form("Unpack", _one)
NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
LiteralString = _Form("LiteralString")
TypeAlias = _Form("TypeAlias")

List = _Form("List", _many, list)
Dict = _Form("Dict", _many, dict)
Set = _Form("Set", _many, set)
FrozenSet = _Form("FrozenSet", _many, frozenset)
Tuple = _Form("Tuple", _many, tuple)
Type = _Form("Type", _many, type)
Text = str

# The others stand for classes that are only loaded when one is asked for.
_collections = {"DefaultDict": "defaultdict", "OrderedDict": "OrderedDict", "Counter": "Counter", "ChainMap": "ChainMap", "Deque": "deque"}
_abstract = (
    "Iterable Iterator Sequence MutableSequence Mapping MutableMapping MutableSet Collection Container "
    "Hashable Sized Reversible Generator Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator "
    "KeysView ItemsView ValuesView MappingView ByteString"
).split()


def __getattr__(name):
    if name in _collections:
        import collections

        found = getattr(collections, _collections[name])
    elif name in _abstract or name == "AbstractSet":
        import collections.abc

        found = getattr(collections.abc, "Set" if name == "AbstractSet" else name)
    elif name in ("ContextManager", "AsyncContextManager"):
        import contextlib

        found = getattr(contextlib, "Abstract" + name)
    elif name in ("Pattern", "Match"):
        import re

        found = getattr(re, name)
    elif name in ("IO", "TextIO", "BinaryIO"):
        found = None
    elif name in _protocols:
        found = _make_protocol(name)
        globals()[name] = found
        return found
    else:
        raise AttributeError("module 'typing' has no attribute '" + name + "'")
    globals()[name] = form = _Form(name, _many, found)
    return form


class Generic:
    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, params):
        params = params if isinstance(params, tuple) else (params,)
        if cls in (Generic, Protocol):
            for p in params:
                if not isinstance(p, (TypeVar, ParamSpec, TypeVarTuple, _Alias)):
                    raise TypeError("Parameters to %s[...] must all be type variables or parameter specification variables." % cls.__name__)
        return _generic(cls, params)


class _ProtocolMeta(type):
    def __instancecheck__(cls, obj):
        if type.__instancecheck__(cls, obj):
            return True
        if not cls.__dict__.get("_is_protocol"):
            return False
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return all([hasattr(obj, name) for name in _members(cls)])

    def __subclasscheck__(cls, sub):
        if type.__subclasscheck__(cls, sub):
            return True
        if not cls.__dict__.get("_is_protocol"):
            return False
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return all([hasattr(sub, name) for name in _members(cls)])

    def __call__(cls, *args, **kwargs):
        if cls.__dict__.get("_is_protocol"):
            raise TypeError("Protocols cannot be instantiated")
        missing = [
            name
            for c in cls.__mro__
            for name in c.__dict__
            if getattr(c.__dict__[name], "__isabstractmethod__", False) and getattr(getattr(cls, name), "__isabstractmethod__", False)
        ]
        if missing:
            raise TypeError(
                "Can't instantiate abstract class %s without an implementation for abstract method%s %s"
                % (cls.__name__, "s" if len(missing) > 1 else "", ", ".join([repr(m) for m in sorted(set(missing))]))
            )
        return type.__call__(cls, *args, **kwargs)


_ignored = (
    "__module__ __qualname__ __doc__ __dict__ __weakref__ __slots__ __annotations__ __init__ __new__ __parameters__ "
    "__orig_bases__ __class_getitem__ __init_subclass__ __subclasshook__ __abstractmethods__ __match_args__ __hash__ "
    "__static_attributes__ __firstlineno__ _is_protocol _is_runtime_protocol __type_params__ __bases__ __name__"
).split()


def _members(cls):
    names = set()
    for c in cls.__mro__:
        if c.__dict__.get("_is_protocol") and c.__name__ not in ("Protocol", "Generic"):
            names.update([n for n in list(c.__dict__) + list(c.__dict__.get("__annotations__", ())) if n not in _ignored])
    return names


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "_is_protocol" not in cls.__dict__:
            cls._is_protocol = Protocol in cls.__bases__


def runtime_checkable(cls):
    if not cls.__dict__.get("_is_protocol"):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    return cls


runtime = runtime_checkable
_protocols = {
    "SupportsInt": "__int__", "SupportsFloat": "__float__", "SupportsComplex": "__complex__", "SupportsBytes": "__bytes__",
    "SupportsIndex": "__index__", "SupportsAbs": "__abs__", "SupportsRound": "__round__",
}


def _make_protocol(name):
    def method(self):
        pass

    return runtime_checkable(_ProtocolMeta(name, (Protocol,), {_protocols[name]: method, "_is_protocol": True, "__module__": "typing"}))


AnyStr = TypeVar("AnyStr", bytes, str)


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, ns):
        if "_root" in ns:
            return type.__new__(mcls, name, bases, ns)
        types = ns.get("__annotations__", {})
        defaults = []
        for field in types:
            if field in ns:
                defaults.append(ns[field])
            elif defaults:
                raise TypeError("Non-default namedtuple field %s cannot follow default field%s %s" % (field, "s" if len(defaults) > 1 else "", ", ".join([f for f in types if f in ns])))
        cls = _make_nt(name, types, defaults)
        for key, value in ns.items():
            if key in ("_fields", "_make", "_replace", "_asdict", "__new__", "__init__", "__slots__"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in types and key != "__dict__":
                setattr(cls, key, value)
        return cls


def _make_nt(name, types, defaults=()):
    from collections import namedtuple

    cls = namedtuple(name, list(types), defaults=defaults)
    cls.__annotations__ = dict(types)
    return cls


class NamedTuple(metaclass=_NamedTupleMeta):
    _root = True

    def __new__(cls, typename, fields=None, **kwargs):
        types = dict(kwargs if fields is None else fields)
        return _make_nt(typename, {n: _check(t) for n, t in types.items()})


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, ns, total=True):
        cls = type.__new__(mcls, name, (dict,) if "_root" not in ns else bases, {k: v for k, v in ns.items() if k != "_root"})
        own = {n: _check(t) for n, t in ns.get("__annotations__", {}).items()}
        hints = {}
        required = set()
        optional = set()
        for b in bases:
            hints.update(getattr(b, "__annotations__", {}))
            required |= getattr(b, "__required_keys__", frozenset())
            optional |= getattr(b, "__optional_keys__", frozenset())
        hints.update(own)
        for n, t in own.items():
            origin = getattr(t, "__origin__", None)
            (required if origin is Required or total and origin is not NotRequired else optional).add(n)
        cls.__annotations__ = hints
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(optional)
        cls.__total__ = total
        return cls

    def __call__(cls, *args, **kwargs):
        if cls is TypedDict:
            name, fields = args
            total = kwargs.get("total", True)
            return _TypedDictMeta(name, (), {"__annotations__": dict(fields)}, total=total)
        return dict(*args, **kwargs)

    def __instancecheck__(cls, obj):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class TypedDict(metaclass=_TypedDictMeta):
    _root = True


class NewType(_Typing):
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp

    def __call__(self, x):
        return x

    def __repr__(self):
        return "__main__." + self.__name__


class TypeAliasType(_Typing):
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = self.__parameters__ = type_params

    def __repr__(self):
        return self.__name__

    def __getitem__(self, params):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return _generic(self, params)

    __getattr__ = _evaluated


# What the compiler makes of "def f[T, *Ts, **P](...)", "class A[T](...)" and "type X[T] = ...".
def _type_parameter(name, stars, bound):
    if stars:
        return TypeVarTuple(name) if stars == 1 else ParamSpec(name, infer_variance=True)
    parameter = TypeVar(name, infer_variance=True)
    if bound:
        del parameter.__bound__, parameter.__constraints__

        def later(name):
            value = bound()
            if isinstance(value, tuple) == (name == "__constraints__"):
                return value
            return () if name == "__constraints__" else None

        parameter._later = later
    return parameter


def _type_base(parameters):
    return Generic[parameters]


def _type_alias(name, value, parameters):
    alias = TypeAliasType(name, None, type_params=parameters)
    del alias.__value__
    alias._later = lambda name: value()
    return alias


def cast(typ, val):
    return val


def assert_type(val, typ):
    return val


def assert_never(arg):
    raise AssertionError("Expected code to be unreachable, but got: " + repr(arg))


def reveal_type(obj):
    import sys

    print("Runtime type is %r" % type(obj).__name__, file=sys.stderr)
    return obj


def _dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub "
        "module should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    return _dummy


def get_overloads(func):
    return []


def clear_overloads():
    pass


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(f):
    try:
        f.__override__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    try:
        arg.__no_type_check__ = True
    except (AttributeError, TypeError):
        pass
    return arg


def dataclass_transform(**kwargs):
    return lambda cls_or_fn: cls_or_fn


def get_origin(tp):
    if isinstance(tp, _Alias):
        return Annotated if hasattr(tp, "__metadata__") else tp.__origin__
    if tp is Generic:
        return Generic
    if type(tp).__name__ == "UnionType":
        return type(tp)
    return getattr(tp, "__origin__", None) if not isinstance(tp, (type, _Form)) or hasattr(tp, "__args__") else None


def get_args(tp):
    if isinstance(tp, _Alias):
        if hasattr(tp, "__metadata__"):
            return (tp.__origin__,) + tp.__metadata__
        args = tp.__args__
        if tp._form is Callable and not (len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec))):
            return list(args[:-1]), args[-1]
        return args
    return getattr(tp, "__args__", ())


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not TypedDict


def _evaluate(t, names, local):
    if isinstance(t, ForwardRef):
        t = t.__forward_arg__
    if isinstance(t, str):
        t = eval(t, names, local)
        return type(None) if t is None else _evaluate(t, names, local)
    if isinstance(t, _Alias) and t._form is not Literal:
        args = tuple([_evaluate(a, names, local) for a in t.__args__])
        if args != t.__args__:
            if t.__origin__ is Union:
                return Union[args]
            return _Alias(t._form, t.__origin__, args, t._shown)
    return type(None) if t is None else t


def _strip(t):
    if isinstance(t, _Alias):
        if hasattr(t, "__metadata__"):
            return _strip(t.__origin__)
        if t.__origin__ in (Required, NotRequired):
            return _strip(t.__args__[0])
    return t


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    import sys

    hints = {}
    if isinstance(obj, type):
        for c in reversed(obj.__mro__):
            names = globalns
            if names is None:
                module = sys.modules.get(getattr(c, "__module__", None))
                names = getattr(module, "__dict__", None) or getattr(obj, "__globals__", None) or _main()
            local = localns if localns is not None else dict(c.__dict__)
            for n, t in c.__dict__.get("__annotations__", {}).items() if c is not object else ():
                hints[n] = _evaluate(t, dict(names), local)
    else:
        names = globalns if globalns is not None else getattr(obj, "__globals__", None) or getattr(obj, "__dict__", None) or _main()
        found = getattr(obj, "__annotations__", None)
        if found is None:
            raise TypeError("%r is not a module, class, method, or function." % (obj,))
        for n, t in found.items():
            hints[n] = _evaluate(t, dict(names), localns if localns is not None else dict(names))
    return hints if include_extras else {n: _strip(t) for n, t in hints.items()}


def _main():
    import __main__

    return __main__.__dict__
