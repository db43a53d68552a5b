# Enumerations.
from builtins import bin as _bin

_private = ("_value_", "_name_", "_sort_order_")


_own = ("__repr__", "__str__", "__format__", "__reduce_ex__")
_own_flag = _own + ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__")


class auto:
    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % (self.value,)


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class property(property):
    # A property of members, which leaves the name free for a member.
    def __get__(self, instance, owner=None):
        if instance is None:
            name = getattr(self, "_name", None)
            if name and name in owner._member_map_:
                return owner._member_map_[name]
            raise AttributeError("%r has no attribute %r" % (owner, name))
        return self.fget(instance)


DynamicClassAttribute = property


def _is_descriptor(v):
    if isinstance(v, type):
        return False
    t = type(v)
    return hasattr(t, "__get__") or hasattr(t, "__set__") or t in (_property, classmethod, staticmethod, _function, type(_generator))


def _function_type():
    pass


def _generator():
    yield


_function = type(_function_type)
_property = property.__bases__[0]


def _sunder(name):
    return len(name) > 2 and name[0] == "_" == name[-1] and name[1] != "_" != name[-2]


def _dunder(name):
    return len(name) > 4 and name.startswith("__") and name.endswith("__") and name[2] != "_"


class EnumDict(dict):
    # The namespace of an enumeration's body: what is assigned becomes a member.
    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._names = []
        self._last = []
        self._ignore = []
        self._auto = None
        self._auto_called = False

    def __setitem__(self, key, value):
        if key == "_generate_next_value_":
            self._auto = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            self._ignore = value.replace(",", " ").split() if isinstance(value, str) else list(value)
        elif _sunder(key):
            if key not in ("_order_", "_missing_", "_generate_next_value_", "_numeric_repr_", "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_", "_boundary_", "_new_member_", "_flag_mask_", "_singles_mask_", "_all_bits_"):
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % key)
        elif _dunder(key) or key in self._ignore or key.startswith("_" + str(self._cls_name).lstrip("_") + "__"):
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif key in self._names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif isinstance(value, member) or not _is_descriptor(value):
            if isinstance(value, member):
                value = value.value
            value = self._resolve(key, value)
            self._names.append(key)
            self._last.append(value)
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        if isinstance(value, auto):
            if value.value is None:
                value.value = (self._auto or _next_value)(key, 1, len(self._names), self._last[:])
            return value.value
        if type(value) is tuple and any([isinstance(v, auto) for v in value]):
            return tuple([self._resolve(key, v) for v in value])
        return value


def _next_value(name, start, count, last_values):
    if not last_values:
        return start
    for last in sorted(last_values)[-1:] if len({type(v) for v in last_values}) == 1 else reversed(last_values):
        try:
            return last + 1
        except TypeError:
            pass
    return start


def _data_type(bases):
    for base in bases:
        for c in base.__mro__:
            if c is object or isinstance(c, EnumType):
                continue
            if c in (int, str, float, bytes, complex, tuple) or "__new__" in c.__dict__ and c.__module__ != "builtins":
                return base if isinstance(base, EnumType) is False else c
    return object


class EnumType(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kwds):
        ns = EnumDict(name)
        for base in bases:
            if isinstance(base, EnumType):
                if base._member_map_:
                    raise TypeError("<enum %r> cannot extend %r" % (name, base))
                generate = getattr(base, "_generate_next_value_", None)
                if generate is not None:
                    ns._auto = generate
        return ns

    def __new__(mcls, name, bases, ns, *, boundary=None, **kwds):
        names = ns._names if isinstance(ns, EnumDict) else []
        plain = {k: v for k, v in ns.items() if k not in names and k not in getattr(ns, "_ignore", ())}
        order = plain.pop("_order_", None)
        plain.pop("_ignore_", None)
        if "_generate_next_value_" in plain and not isinstance(plain["_generate_next_value_"], staticmethod):
            plain["_generate_next_value_"] = staticmethod(plain["_generate_next_value_"])
        bad = {"mro", ""} & set(names)
        if bad:
            raise ValueError("invalid enum member name(s) %s" % ",".join([repr(n) for n in bad]))
        base = next((b for b in reversed(bases) if isinstance(b, EnumType)), None)
        member_type = object
        for b in bases:
            if isinstance(b, EnumType):
                if member_type is object:
                    member_type = b._member_type_
            elif member_type is object:
                t = _data_type((b,))
                member_type = t
        plain["_member_names_"] = []
        plain["_member_map_"] = {}
        plain["_value2member_map_"] = {}
        plain["_unhashable_values_"] = []
        plain["_member_type_"] = member_type
        flag = "Flag" in globals() and any([issubclass(b, Flag) for b in bases])
        if flag:
            inherited = next((b._boundary_ for b in bases if isinstance(b, EnumType) and getattr(b, "_boundary_", None)), None)
            plain["_boundary_"] = boundary or inherited
            plain["_flag_mask_"] = plain["_singles_mask_"] = 0
        cls = super().__new__(mcls, name, bases, plain, **kwds)
        new = (plain.get("__new__") or plain.get("_new_member_")) if base is not None else None
        new = getattr(new, "__func__", new)
        if new is None:
            for b in bases:
                for c in b.__mro__:
                    n = c.__dict__.get("_new_member_")
                    if n is not None:
                        new = getattr(n, "__func__", n)
                        break
                if new is not None:
                    break
        cls._new_member_ = staticmethod(new) if new is not None else None
        if new is not None and base is not None:
            # From now on a call looks a member up.
            cls.__new__ = Enum.__new__
        # What an enumeration shows and does must not come from int or str, which stand before it.
        if member_type is not object:
            for method in _own_flag if flag else _own:
                for c in cls.__mro__:
                    if method in c.__dict__ and c.__module__ != "builtins":
                        if c is not cls:
                            type.__setattr__(cls, method, c.__dict__[method])
                        break
        for key in names:
            cls._add_member(key, ns[key], new)
        if order is not None:
            order = order.replace(",", " ").split()
            if order != [n for n in cls._member_names_]:
                raise TypeError("member order does not match _order_:\n  %r\n  %r" % (cls._member_names_, order))
        if flag:
            values = [m._value_ for m in cls._member_map_.values()]
            cls._flag_mask_ = 0
            for v in values:
                cls._flag_mask_ |= v
                if v > 0 and not v & (v - 1):
                    cls._singles_mask_ |= v
            cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
            singles = [m for m in cls._member_map_.values() if m._value_ > 0 and not m._value_ & (m._value_ - 1)]
            cls._member_names_ = [n for n in cls._member_names_ if cls._member_map_[n] in singles]
        return cls

    def _add_member(cls, key, value, new):
        args = value if type(value) is tuple else (value,)
        t = cls._member_type_
        if t is tuple:
            args = (value,)
        if new is not None:
            m = new(cls, *args)
            if "_value_" not in m.__dict__:
                m._value_ = value if t is object else t(*args)
        elif t is object:
            m = object.__new__(cls)
            m._value_ = value
        else:
            m = t.__new__(cls, *args)
            # What a mixed-in type keeps of its arguments is the value: int("7", 8) is 7.
            m._value_ = t(*args) if t in (int, str, float, bytes, complex, tuple) else value
        m._name_ = key
        m.__objclass__ = cls
        # CPython sets __init__ up before it looks for an alias.
        m._sort_order_ = len(cls._member_names_)
        if cls.__init__ is not object.__init__ and _own_init(cls):
            m.__init__(*args)
        for other in cls._member_map_.values():
            if other._value_ == m._value_ and type(other._value_) is type(m._value_) or other._value_ == m._value_:
                m = other
                break
        else:
            cls._member_names_.append(key)
        cls._member_map_[key] = m
        type.__setattr__(cls, key, m)
        try:
            cls._value2member_map_.setdefault(m._value_, m)
        except TypeError:
            cls._unhashable_values_.append(m._value_)

    def __call__(cls, value=_private, names=_private, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not _private:
                value = (value, names) + values
            elif value is _private:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            return cls._lookup(value)
        if names is _private and type is None:
            raise TypeError("%r has no members; specify `names=()` if you meant to create a new, empty, enum" % (cls,))
        return cls._create(value, () if names is _private else names, type, start, boundary, module, qualname)

    def _create(cls, name, names, mixin, start, boundary, module, qualname):
        bases = (cls,) if mixin is None else (mixin, cls)
        ns = EnumType.__prepare__(name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            last = []
            pairs = []
            for i, n in enumerate(names):
                v = (ns._auto or _next_value)(n, start, i, last[:])
                last.append(v)
                pairs.append((n, v))
        else:
            pairs = names.items() if hasattr(names, "items") else names
        for n, v in pairs:
            ns[n] = v
        ns["__module__"] = module or "__main__"
        if qualname:
            ns["__qualname__"] = qualname
        return type(cls)(name, bases, ns, boundary=boundary) if boundary else type(cls)(name, bases, ns)

    def _lookup(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for m in cls._member_map_.values():
                if m._value_ == value:
                    return m
        result = cls._missing_(value)
        if isinstance(result, cls) or isinstance(result, int) and getattr(cls, "_boundary_", None) is EJECT:
            return result
        if result is None:
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        raise TypeError(
            "error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, result)
        )

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __iter__(cls):
        for name in cls._member_names_:
            yield cls._member_map_[name]

    def __reversed__(cls):
        for name in reversed(cls._member_names_):
            yield cls._member_map_[name]

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("cannot reassign member %r" % name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, name))
        super().__delattr__(name)

    def __repr__(cls):
        kind = "flag" if "Flag" in globals() and issubclass(cls, Flag) else "enum"
        return "<%s %r>" % (kind, cls.__name__)

    def __dir__(cls):
        return ["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__", "__members__", "__module__", "__name__", "__qualname__"] + list(cls._member_map_)

    @_property
    def __members__(cls):
        return dict(cls._member_map_)


EnumMeta = EnumType


def _own_init(cls):
    for c in cls.__mro__:
        if "__init__" in c.__dict__:
            return c.__module__ not in ("enum", "builtins")
    return False


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        return cls._lookup(value)

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return _next_value(name, start, count, last_values)

    @classmethod
    def _missing_(cls, value):
        return None

    @_property
    def name(self):
        return self._name_

    @_property
    def value(self):
        return self._value_

    def __repr__(self):
        return "<%s.%s: %r>" % (type(self).__name__, self._name_, self._value_)

    def __str__(self):
        return "%s.%s" % (type(self).__name__, self._name_)

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        names.update([n for n in self.__dict__ if n[0] != "_"])
        for c in type(self).__mro__:
            if c.__module__ != "builtins":
                names.update([n for n in c.__dict__ if n[0] != "_" and n not in self._member_map_])
        return sorted(names)

    def __reduce_ex__(self, proto):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    def __str__(self):
        return self._member_type_.__str__(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec) if spec else str(self)


class IntEnum(int, ReprEnum):
    def __str__(self):
        return str(self._value_)

    def __hash__(self):
        return hash(self._value_)


class StrEnum(str, ReprEnum):
    @staticmethod
    def _new_member_(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        for what, v in zip(("%r is not a string", "encoding must be a string, not %r", "errors must be a string, not %r"), values):
            if not isinstance(v, str):
                raise TypeError(what % (v,))
        value = str(*values)
        m = str.__new__(cls, value)
        m._value_ = value
        return m

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __hash__(self):
        return hash(self._value_)


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    _boundary_ = STRICT
    _flag_mask_ = _singles_mask_ = _all_bits_ = 0

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        if not isinstance(last, int):
            raise TypeError("invalid flag value %r" % (last,))
        return 1 << last.bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask = cls._flag_mask_
        if not ~cls._all_bits_ <= value <= cls._all_bits_ or value & (cls._all_bits_ ^ mask):
            b = cls._boundary_
            if b is STRICT:
                n = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    "%r invalid value %r\n    given %s\n  allowed %s" % (cls, value, bin(value, n), bin(mask, n))
                )
            if b is CONFORM:
                value &= mask
            elif b is EJECT:
                return value
            elif value < 0:
                value = max(cls._all_bits_ + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = value & mask if cls._boundary_ is not KEEP else cls._all_bits_ + 1 + value
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
        unknown = value & ~mask
        if cls._member_type_ is object:
            m = object.__new__(cls)
        else:
            m = cls._member_type_.__new__(cls, value)
        m._value_ = value
        m.__objclass__ = cls
        names = [x._name_ for x in cls._iter_member_(value)]
        if unknown and names:
            names.append(str(unknown))
        m._name_ = "|".join(names) if names else None
        cls._value2member_map_[value] = m
        return m

    @classmethod
    def _iter_member_(cls, value):
        for name in cls._member_names_:
            m = cls._member_map_[name]
            if m._value_ & value:
                yield m

    def __iter__(self):
        return iter(sorted(self._iter_member_(self._value_), key=lambda m: m._value_))

    def __len__(self):
        return bin(self._value_).count("1")

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(
                "unsupported operand type(s) for 'in': %r and %r" % (type(other).__qualname__, type(self).__qualname__)
            )
        return other._value_ & self._value_ == other._value_

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return "<%s: %r>" % (type(self).__name__, self._value_)
        return "<%s.%s: %r>" % (type(self).__name__, self._name_, self._value_)

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (type(self).__name__, self._value_)
        return "%s.%s" % (type(self).__name__, self._name_)

    def _other(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return int(other)
        return None

    def __or__(self, other):
        v = self._other(other)
        return NotImplemented if v is None else type(self)(self._value_ | v)

    def __and__(self, other):
        v = self._other(other)
        return NotImplemented if v is None else type(self)(self._value_ & v)

    def __xor__(self, other):
        v = self._other(other)
        return NotImplemented if v is None else type(self)(self._value_ ^ v)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        cls = type(self)
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    def __str__(self):
        return str(self._value_)

    def __repr__(self):
        return Flag.__repr__(self)

    def __hash__(self):
        return hash(self._value_)


def bin(num, max_bits=None):
    if num >= 0:
        digits = _bin(num)[2:]
        sign = "0"
    else:
        n = num.bit_length()
        digits = _bin((1 << n) + num)[2:]
        sign = "1"
    if max_bits is not None and len(digits) < max_bits:
        digits = sign * (max_bits - len(digits)) + digits
    return "0b" + sign + " " + digits


def unique(enumeration):
    aliases = [(n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
    if aliases:
        details = ", ".join(["%s -> %s" % a for a in aliases])
        raise ValueError("duplicate values found in %r: %s" % (enumeration, details))
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                unique_check = [(n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
                if unique_check:
                    details = ", ".join(["%s -> %s" % a for a in unique_check])
                    raise ValueError("aliases found in %r: %s" % (enumeration, details))
            elif check is CONTINUOUS:
                values = sorted([m.value for m in enumeration])
                if len(values) > 1:
                    if issubclass(enumeration, Flag):
                        gaps = [1 << i for i in range(values[0].bit_length() - 1, values[-1].bit_length()) if 1 << i not in values]
                    else:
                        gaps = [i for i in range(values[0], values[-1]) if i not in values]
                    if gaps:
                        raise ValueError(
                            "invalid %s %r: missing values %s"
                            % ("flag" if issubclass(enumeration, Flag) else "enum", enumeration.__name__, ", ".join([str(g) for g in gaps]))
                        )
        return enumeration


def global_enum(cls):
    import sys

    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
