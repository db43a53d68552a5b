# Objects that stand for others, and remember what was done to them.
class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel." + self.name


class _Sentinels:
    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        return self._made.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


def _show(name, args, kwargs):
    return "%s(%s)" % (name, ", ".join([repr(a) for a in args] + ["%s=%r" % kv for kv in kwargs.items()]))


class _Call(tuple):
    def __new__(cls, name="", args=(), kwargs=None):
        return tuple.__new__(cls, (name, args, kwargs or {}))

    name = property(lambda self: self[0])
    args = property(lambda self: self[1])
    kwargs = property(lambda self: self[2])

    def __call__(self, *args, **kwargs):
        return _Call(self[0], args, kwargs)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _Call(self[0] + "." + name if self[0] else name)

    def __eq__(self, other):
        if isinstance(other, _Call):
            return self[0] == other[0] and self[1] == other[1] and self[2] == other[2]
        if isinstance(other, tuple) and len(other) == 2:
            return (self[1], self[2]) == other
        return False

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __repr__(self):
        return _show("call" + ("." + self[0] if self[0] else ""), self[1], self[2])


call = _Call()


class _Calls(list):
    def __repr__(self):
        return "[" + ",\n ".join([repr(c) for c in self]) + "]"


class NonCallableMock:
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, **kwargs):
        set_ = object.__setattr__
        set_(self, "_children", {})
        set_(self, "_parent", None)
        set_(self, "_attr", "")
        set_(self, "_mock_name", name)
        spec = spec_set if spec_set is not None else spec
        set_(self, "_spec", None if spec is None else spec if isinstance(spec, list) else dir(spec))
        set_(self, "_spec_class", None if spec is None or isinstance(spec, list) else spec if isinstance(spec, type) else type(spec))
        set_(self, "_wraps", wraps)
        set_(self, "_return", return_value)
        set_(self, "side_effect", side_effect)
        self._clear()
        for k, v in kwargs.items():
            _set_path(self, k, v)

    def _clear(self):
        set_ = object.__setattr__
        set_(self, "called", False)
        set_(self, "call_count", 0)
        set_(self, "call_args", None)
        set_(self, "call_args_list", _Calls())
        set_(self, "method_calls", _Calls())
        set_(self, "mock_calls", _Calls())

    def reset_mock(self, *, return_value=False, side_effect=False):
        self._clear()
        if return_value:
            object.__setattr__(self, "_return", DEFAULT)
        if side_effect:
            object.__setattr__(self, "side_effect", None)
        for c in self._children.values():
            c.reset_mock()

    def configure_mock(self, **kwargs):
        for k, v in kwargs.items():
            _set_path(self, k, v)

    def attach_mock(self, mock, attribute):
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        object.__setattr__(self, "_spec", spec if isinstance(spec, list) else dir(spec))

    def _child(self, **kw):
        return (MagicMock if isinstance(self, (MagicMock, AsyncMock)) else Mock)(**kw)

    @property
    def return_value(self):
        if self._return is DEFAULT:
            child = self._child()
            object.__setattr__(child, "_parent", self)
            object.__setattr__(child, "_attr", "()")
            object.__setattr__(self, "_return", child)
        return self._return

    @return_value.setter
    def return_value(self, value):
        object.__setattr__(self, "_return", value)

    def __getattr__(self, name):
        if name.startswith("_") and (name.startswith("__") or name in ("_children", "_spec", "_return", "_wraps", "_parent", "_attr")):
            raise AttributeError(name)
        if self._spec is not None and name not in self._spec:
            raise AttributeError("Mock object has no attribute %r" % name)
        if name.startswith(("assert", "assret", "asert", "aseert", "assrt")):
            raise AttributeError("%r is not a valid assertion. Use a spec for the mock if %r is meant to be an attribute." % (name, name))
        children = self._children
        if name not in children:
            wraps = getattr(self._wraps, name) if self._wraps is not None else None
            c = self._child(wraps=wraps)
            object.__setattr__(c, "_parent", self)
            object.__setattr__(c, "_attr", name)
            children[name] = c
        return children[name]

    def __setattr__(self, name, value):
        if name == "return_value":
            object.__setattr__(self, "_return", value)
            return
        if isinstance(value, NonCallableMock) and value._parent is None and value._mock_name is None:
            object.__setattr__(value, "_parent", self)
            object.__setattr__(value, "_attr", name)
            self._children[name] = value
        object.__setattr__(self, name, value)

    def _name_of(self):
        if self._parent is None:
            return self._mock_name or "mock"
        if self._attr == "()":
            return self._parent._name_of() + "()"
        return self._parent._name_of() + "." + self._attr

    def __repr__(self):
        named = self._mock_name or self._parent is not None
        return "<%s%s id='%d'>" % (type(self).__name__, " name=%r" % self._name_of() if named else "", id(self))

    def _short(self):
        return self._name_of() if self._parent is None else self._attr

    def assert_called(self):
        if not self.call_count:
            raise AssertionError("Expected '%s' to have been called." % (self._mock_name or self._short()))

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" % (self._short(), self.call_count, self._calls_text()))

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" % (self._short(), self.call_count, self._calls_text()))

    def _calls_text(self):
        return "\nCalls: %r." % self.mock_calls if self.mock_calls else ""

    def assert_called_with(self, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: not called." % _show(self._short(), args, kwargs))
        if not self.call_args == (args, kwargs):
            raise AssertionError(
                "expected call not found.\nExpected: %s\n  Actual: %s"
                % (_show(self._short(), args, kwargs), _show(self._short(), self.call_args[1], self.call_args[2]))
            )

    def assert_called_once_with(self, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (self._short(), self.call_count, self._calls_text()))
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, *args, **kwargs):
        if not any([c == (args, kwargs) for c in self.call_args_list]):
            raise AssertionError("%s call not found" % _show(self._short(), args, kwargs))

    def assert_has_calls(self, calls, any_order=False):
        calls = list(calls)
        made = list(self.mock_calls)
        if any_order:
            for c in calls:
                if c not in made:
                    raise AssertionError("%r does not contain all of %r in its call list" % (self, calls))
                made.remove(c)
            return
        for i in range(len(made) - len(calls) + 1):
            if made[i : i + len(calls)] == calls:
                return
        raise AssertionError("Calls not found.\nExpected: %r\n  Actual: %r" % (_Calls(calls), self.mock_calls))


def _set_path(mock, path, value):
    parts = path.split(".")
    for p in parts[:-1]:
        mock = getattr(mock, p)
    setattr(mock, parts[-1], value)


class CallableMixin:
    def _record(self, args, kwargs):
        set_ = object.__setattr__
        set_(self, "called", True)
        set_(self, "call_count", self.call_count + 1)
        c = _Call("", args, kwargs)
        set_(self, "call_args", c)
        self.call_args_list.append(c)
        self.mock_calls.append(c)
        name = ""
        m = self
        while m._parent is not None:
            name = ("()" if m._attr == "()" else m._attr) + ("." if name and not name.startswith("()") else "") + name
            m = m._parent
            m.mock_calls.append(_Call(name, args, kwargs))
            if "()" not in name:
                m.method_calls.append(_Call(name, args, kwargs))

    def _answer(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
                if result is not DEFAULT:
                    return result
            else:
                if not hasattr(effect, "__next__"):
                    effect = iter(effect)
                    object.__setattr__(self, "side_effect", effect)
                result = next(effect)
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
                if result is not DEFAULT:
                    return result
        if self._return is not DEFAULT:
            return self._return
        if self._wraps is not None:
            return self._wraps(*args, **kwargs)
        return self.return_value

    def __call__(self, *args, **kwargs):
        self._record(args, kwargs)
        return self._answer(args, kwargs)


class Mock(CallableMixin, NonCallableMock):
    pass


class MagicMock(Mock):
    # What a special method does is the doing of a mock of its own.
    def _magic(self, name):
        if name not in self._children:
            value = _magics[name]
            c = self._children[name] = MagicMock(return_value=object.__repr__(self) if name == "__str__" else value)
            if name == "__iter__":
                c.side_effect = lambda: iter(() if c._return is DEFAULT else c._return)
            object.__setattr__(c, "_parent", self)
            object.__setattr__(c, "_attr", name)
        return self._children[name]

    def __setattr__(self, name, value):
        if name not in _magics:
            NonCallableMock.__setattr__(self, name, value)
        elif isinstance(value, NonCallableMock):
            self._children[name] = value
        else:
            self._children[name] = Mock(side_effect=lambda *args: value(self, *args))


_magics = {
    "__len__": 0, "__iter__": DEFAULT, "__contains__": False, "__getitem__": DEFAULT, "__setitem__": None, "__delitem__": None, "__enter__": DEFAULT,
    "__exit__": False, "__bool__": True, "__int__": 1, "__float__": 1.0, "__str__": None,
}


class _Magic:
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        return self if obj is None else obj._magic(self.name)


for _name in _magics:
    setattr(MagicMock, _name, _Magic(_name))


class AsyncMock(MagicMock):
    async def _later(self, args, kwargs):
        return self._answer(args, kwargs)

    def __call__(self, *args, **kwargs):
        self._record(args, kwargs)
        return self._later(args, kwargs)

    def assert_awaited(self):
        self.assert_called()

    def assert_awaited_once(self):
        self.assert_called_once()

    def assert_awaited_once_with(self, *args, **kwargs):
        self.assert_called_once_with(*args, **kwargs)

    def assert_awaited_with(self, *args, **kwargs):
        self.assert_called_with(*args, **kwargs)

    await_count = property(lambda self: self.call_count)


class PropertyMock(Mock):
    def __get__(self, obj, cls=None):
        return self()

    def __set__(self, obj, value):
        self(value)


_missing = object()


class _patch:
    def __init__(self, target, name, new, kwargs):
        self.get, self.name, self.new, self.kwargs = target, name, new, kwargs

    def __enter__(self):
        target = self.get()
        self.target = target
        self.local = self.name in getattr(target, "__dict__", {})
        self.old = getattr(target, self.name, _missing)
        if self.old is _missing and not self.kwargs.get("create"):
            raise AttributeError("%r does not have the attribute %r" % (target, self.name))
        if isinstance(target, type) and self.local:
            self.old = target.__dict__[self.name]
        new = self.new
        if new is DEFAULT:
            kw = {k: v for k, v in self.kwargs.items() if k not in ("create", "new_callable", "autospec")}
            new = self.kwargs.get("new_callable", MagicMock)(**kw)
        setattr(target, self.name, new)
        return new

    def __exit__(self, *exc):
        if self.old is _missing or not self.local and isinstance(self.target, type):
            delattr(self.target, self.name)
        else:
            setattr(self.target, self.name, self.old)
        return False

    start = __enter__

    def stop(self):
        self.__exit__(None, None, None)

    def __call__(self, f):
        if isinstance(f, type):
            for n in dir(f):
                if n.startswith("test"):
                    setattr(f, n, self(getattr(f, n)))
            return f

        def wrapper(*args, **kwargs):
            with self as new:
                if self.new is DEFAULT:
                    args = args + (new,)
                return f(*args, **kwargs)

        from functools import update_wrapper

        return update_wrapper(wrapper, f)


def _import(path):
    parts = path.split(".")
    obj = __import__(parts[0])
    for i in range(1, len(parts)):
        if not hasattr(obj, parts[i]):
            __import__(".".join(parts[: i + 1]))
        obj = getattr(obj, parts[i])
    return obj


def patch(target, new=DEFAULT, **kwargs):
    where, _, name = target.rpartition(".")
    if not where:
        raise TypeError("Need a valid target to patch. You supplied: %r" % target)
    return _patch(lambda: _import(where), name, new, kwargs)


def _patch_object(target, attribute, new=DEFAULT, **kwargs):
    return _patch(lambda: target, attribute, new, kwargs)


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.d = _import(in_dict) if isinstance(in_dict, str) else in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear

    def __enter__(self):
        self.old = dict(self.d)
        if self.clear:
            self.d.clear()
        self.d.update(self.values)
        return self.d

    def __exit__(self, *exc):
        self.d.clear()
        self.d.update(self.old)
        return False

    def __call__(self, f):
        def wrapper(*args, **kwargs):
            with self:
                return f(*args, **kwargs)

        return wrapper


patch.object = _patch_object
patch.dict = _patch_dict


def create_autospec(spec, spec_set=False, instance=False, **kwargs):
    return MagicMock(spec=spec, **kwargs)


def mock_open(mock=None, read_data=""):
    import io

    mock = mock or MagicMock()

    def opened(*args, **kwargs):
        f = io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)
        h = handle
        h.read.side_effect = f.read
        h.readline.side_effect = f.readline
        h.readlines.side_effect = f.readlines
        h.__enter__.return_value = h
        h.__iter__.side_effect = lambda: iter(f.readlines())
        return h

    handle = MagicMock()
    mock.side_effect = opened
    mock.return_value = handle
    return mock
