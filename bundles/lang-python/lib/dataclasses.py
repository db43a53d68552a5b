# Classes made from their annotations.
import _hognose


class _Sentinel:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


MISSING = _Sentinel("<dataclasses._MISSING_TYPE object>")
KW_ONLY = _Sentinel("<dataclasses._KW_ONLY_TYPE object>")
_FACTORY = _Sentinel("<factory>")
_FIELD, _CLASSVAR, _INITVAR = "_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"
_FIELDS = "__dataclass_fields__"


class FrozenInstanceError(AttributeError):
    pass


class InitVar:
    def __init__(self, type):
        self.type = type

    def __repr__(self):
        return "dataclasses.InitVar[%s]" % (self.type.__name__ if isinstance(self.type, type) else repr(self.type))

    @classmethod
    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {}
        if metadata is not None:
            from types import MappingProxyType

            self.metadata = MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        if id(self) in _busy:
            return "..."
        names = "name type default default_factory init repr hash compare metadata kw_only _field_type".split()
        _busy.append(id(self))
        try:
            return "Field(" + ",".join(["%s=%s" % (n, _show(self, n)) for n in names]) + ")"
        finally:
            _busy.pop()

    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), "__set_name__", None)
        if set_name:
            set_name(self.default, owner, name)

    @classmethod
    def __class_getitem__(cls, type):
        return cls


def _show(f, name):
    value = getattr(f, name)
    return "mappingproxy({})" if value == {} and name == "metadata" else str(value) if name == "_field_type" else repr(value)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _kind(t):
    # Annotations may be text, as they all are after `from __future__ import annotations`.
    if isinstance(t, str):
        head = t.split("[")[0].rpartition(".")[2].strip()
        return _CLASSVAR if head == "ClassVar" else _INITVAR if head == "InitVar" else _FIELD
    if t is InitVar or isinstance(t, InitVar):
        return _INITVAR
    if getattr(t, "_name", None) == "ClassVar" or getattr(getattr(t, "__origin__", None), "_name", None) == "ClassVar":
        return _CLASSVAR
    return _FIELD


def _own_field(cls, name, type, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if default.__class__.__name__ == "member_descriptor":
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = type
    f._field_type = _kind(type)
    if f._field_type != _FIELD and f.default_factory is not MISSING:
        raise TypeError("field %s cannot have a default factory" % name)
    if f._field_type == _CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError("field %s is a ClassVar but specifies kw_only" % name)
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type == _FIELD and (isinstance(f.default, (list, dict, set)) or getattr(f.default.__class__, "__hash__", 1) is None):
        raise ValueError(
            "mutable default %r for field %s is not allowed: use default_factory" % (f.default.__class__, name)
        )
    return f


def _signature(fields):
    args = []
    seen_default = False
    kw = []
    for f in fields:
        if not f.init:
            continue
        has = f.default is not MISSING or f.default_factory is not MISSING
        text = f.name
        if f.default is not MISSING:
            text += "=_d_" + f.name
        elif has:
            text += "=_FACTORY"
        if f.kw_only:
            kw.append(text)
            continue
        if not has and seen_default:
            raise TypeError("non-default argument %r follows default argument" % f.name)
        if has:
            seen_default = True
        args.append(text)
    if kw:
        args.append("*")
        args += kw
    return args


def _init_lines(fields, frozen, post_init, names, slots):
    self = "__dataclass_self__" if "self" in [f.name for f in fields] else "self"
    lines = ["def __init__(" + ", ".join([self] + _signature(fields)) + "):"]
    for f in fields:
        if f.default is not MISSING:
            names["_d_" + f.name] = f.default
        if f.default_factory is not MISSING:
            names["_f_" + f.name] = f.default_factory
        value = f.name
        if f.default_factory is not MISSING:
            value = "_f_%s()" % f.name
            if f.init:
                value += " if %s is _FACTORY else %s" % (f.name, f.name)
        elif not f.init:
            if f.default is MISSING or not slots:
                continue
            value = "_d_" + f.name
        if f._field_type == _INITVAR:
            continue
        lines.append(
            " _set(%s, %r, %s)" % (self, f.name, value) if frozen else " %s.%s = %s" % (self, f.name, value)
        )
    if post_init:
        lines.append(" %s.__post_init__(%s)" % (self, ", ".join([f.name for f in fields if f._field_type == _INITVAR])))
    if len(lines) == 1:
        lines.append(" pass")
    return lines


def _tuple(self, names):
    return "(" + "".join([self + "." + n + "," for n in names]) + ")"


_busy = []
_hognose.after_interrupt(_busy.clear)


def _repr_lines(fields):
    parts = ", ".join(["%s={self.%s!r}" % (f.name, f.name) for f in fields if f.repr])
    return [
        "def __repr__(self):",
        " if id(self) in _busy: return '...'",
        " _busy.append(id(self))",
        " try: return self.__class__.__qualname__ + f'(%s)'" % parts,
        " finally: _busy.pop()",
        "__repr__._of_dataclass = True",
    ]


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    any_frozen = has_bases = False
    for b in reversed(cls.__mro__[1:]):
        base = b.__dict__.get(_FIELDS) if b is not object else None
        if base is not None:
            has_bases = True
            fields.update(base)
            if b.__dataclass_params__.frozen:
                any_frozen = True
            elif frozen:
                raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    if any_frozen and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    own = []
    all_kw = False
    mine = kw_only
    annotations = cls.__dict__.get("__annotations__", {})
    for name, type_ in annotations.items():
        if type_ is KW_ONLY or isinstance(type_, str) and type_ in ("KW_ONLY", "dataclasses.KW_ONLY"):
            if all_kw:
                raise TypeError("%r is KW_ONLY, but KW_ONLY has already been specified" % name)
            all_kw = mine = True
            continue
        own.append(_own_field(cls, name, type_, mine))
    for f in own:
        fields[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError("%r is a field but has no type annotation" % name)
    setattr(cls, _FIELDS, fields)
    cls.__dataclass_params__ = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    names = {"_FACTORY": _FACTORY, "_set": object.__setattr__, "_busy": _busy}
    used = [f for f in fields.values() if f._field_type != _CLASSVAR]
    shown = [f for f in used if f._field_type == _FIELD]
    lines = []
    ns = cls.__dict__
    if init and "__init__" not in ns:
        lines += _init_lines(used, frozen, hasattr(cls, "__post_init__"), names, slots)
    if repr and "__repr__" not in ns:
        lines += _repr_lines(shown)
    compared = [f.name for f in shown if f.compare]
    eq_defined = "__eq__" in ns
    if eq and not eq_defined:
        test = " and ".join(["self.%s == other.%s" % (n, n) for n in compared]) or "True"
        lines += [
            "def __eq__(self, other):",
            " if other.__class__ is not self.__class__: return NotImplemented",
            " return self is other or (" + test + ")",
        ]
    if order:
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if name in ns:
                raise TypeError(
                    "Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering" % (name, cls.__name__)
                )
            lines += [
                "def %s(self, other):" % name,
                " if other.__class__ is not self.__class__: return NotImplemented",
                " return %s %s %s" % (_tuple("self", compared), op, _tuple("other", compared)),
            ]
    own_hash = "__hash__" in ns and not (ns["__hash__"] is None and eq_defined)
    if unsafe_hash and own_hash:
        raise TypeError("Cannot overwrite attribute __hash__ in class " + cls.__name__)
    if unsafe_hash or eq and frozen and not own_hash:
        hashed = [f.name for f in shown if (f.compare if f.hash is None else f.hash)]
        lines += ["def __hash__(self):", " return hash(%s)" % _tuple("self", hashed)]
    elif eq and not own_hash:
        cls.__hash__ = None
    if frozen:
        for name in ("__setattr__", "__delattr__"):
            if name in ns:
                raise TypeError("Cannot overwrite attribute %s in class %s" % (name, cls.__name__))
        listed = "(" + "".join(["%r," % f.name for f in shown]) + ")"
        names["_cls"] = [cls]
        names["_Frozen"] = FrozenInstanceError
        lines += [
            "def __setattr__(self, name, value):",
            " if type(self) is _cls[0] or name in %s: raise _Frozen('cannot assign to field ' + repr(name))" % listed,
            " _set(self, name, value)",
            "def __delattr__(self, name):",
            " if type(self) is _cls[0] or name in %s: raise _Frozen('cannot delete field ' + repr(name))" % listed,
            " object.__delattr__(self, name)",
        ]
    if lines:
        made = {}
        names["__name__"] = cls.__module__
        exec("\n".join(lines), names, made)
        for name, f in made.items():
            try:
                f.__qualname__ = cls.__qualname__ + "." + name
            except AttributeError:
                pass
            setattr(cls, name, f)
        if init and "__init__" in made:
            try:
                hints = {f.name: f.type for f in used if f.init}
                hints["return"] = None
                made["__init__"].__annotations__ = hints
            except AttributeError:
                pass
    if match_args and "__match_args__" not in ns:
        cls.__match_args__ = tuple([f.name for f in used if f.init and not f.kw_only])
    if slots:
        cls = _with_slots(cls, [f.name for f in shown], frozen)
        if frozen:
            # The methods made above test for the class that was first; it is this one now.
            names["_cls"][0] = cls
    if cls.__dict__.get("__doc__") is None:
        try:
            args = [_doc(f) for f in used if f.init and not f.kw_only]
            kw = [_doc(f) for f in used if f.init and f.kw_only]
            cls.__doc__ = cls.__name__ + "(" + ", ".join(args + (["*"] + kw if kw else [])) + ")"
        except (AttributeError, TypeError):
            pass
    abstract = getattr(cls, "__abstractmethods__", None)
    if abstract:
        from abc import update_abstractmethods

        update_abstractmethods(cls)
    return cls


def _doc(f):
    t = f.type
    if isinstance(t, type):
        shown = t.__qualname__ if t.__module__ == "builtins" else t.__module__ + "." + t.__qualname__
    else:
        shown = repr(t).replace("typing.", "")
    text = f.name + ": " + shown
    if f.default is not MISSING:
        return text + " = " + repr(f.default)
    return text + " = <factory>" if f.default_factory is not MISSING else text


def _with_slots(cls, names, frozen):
    if "__slots__" in cls.__dict__:
        raise TypeError("%s already specifies __slots__" % cls.__name__)
    ns = dict(cls.__dict__)
    inherited = set()
    for b in cls.__mro__[1:-1]:
        s = b.__dict__.get("__slots__", ())
        inherited.update((s,) if isinstance(s, str) else s)
    ns["__slots__"] = tuple([n for n in names if n not in inherited])
    for n in names:
        ns.pop(n, None)
    ns.pop("__dict__", None)
    ns.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    new = type(cls)(cls.__name__, cls.__bases__, ns)
    if qualname is not None:
        try:
            new.__qualname__ = qualname
        except AttributeError:
            pass
    return new


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot")

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return "_DataclassParams(" + ",".join(["%s=%r" % (name, getattr(self, name)) for name in self.__slots__]) + ")"


def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([f for f in found.values() if f._field_type == _FIELD])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict(obj, dict_factory)


def _asdict(obj, make):
    t = type(obj)
    if t in (int, str, float, bool, type(None), bytes, complex):
        return obj
    if hasattr(t, _FIELDS):
        return make([(f.name, _asdict(getattr(obj, f.name), make)) for f in fields(obj)])
    return _inner(obj, lambda v: _asdict(v, make))


def _inner(obj, convert):
    t = type(obj)
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return t(*[convert(v) for v in obj])
    if isinstance(obj, (list, tuple)):
        return t([convert(v) for v in obj])
    if isinstance(obj, dict):
        if hasattr(obj, "default_factory"):
            new = t(obj.default_factory)
            for k, v in obj.items():
                new[convert(k)] = convert(v)
            return new
        return t([(convert(k), convert(v)) for k, v in obj.items()])
    import copy

    return copy.deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple(obj, tuple_factory)


def _astuple(obj, make):
    if _is_instance(obj):
        return make([_astuple(getattr(obj, f.name), make) for f in fields(obj)])
    return _inner(obj, lambda v: _astuple(v, make))


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **kw):
    from keyword import iskeyword

    ns = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, type_ = item, "typing.Any"
        elif len(item) == 2:
            name, type_ = item
        elif len(item) == 3:
            name, type_, ns[item[0]] = item
        else:
            raise TypeError("Invalid field: %r" % (item,))
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError("Field names must be valid identifiers: %r" % (name,))
        if iskeyword(name):
            raise TypeError("Field names must not be keywords: %r" % (name,))
        if name in annotations:
            raise TypeError("Field name duplicated: %r" % (name,))
        annotations[name] = type_
    ns["__annotations__"] = annotations
    ns["__module__"] = module or "__main__"
    return dataclass(type(cls_name, tuple(bases), ns), **kw)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type == _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(
                    "field %s is declared with init=False, it cannot be specified with replace()" % f.name
                )
            continue
        if f.name not in changes:
            if f._field_type == _INITVAR and f.default is MISSING:
                raise ValueError("InitVar %r must be specified with replace()" % f.name)
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)
