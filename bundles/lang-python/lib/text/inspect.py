# Looking at live objects, as far as a runtime without source text can.
import types as _types


def ismodule(o):
    return isinstance(o, _types.ModuleType)


def isclass(o):
    return isinstance(o, type)


def isfunction(o):
    return hasattr(o, "__code__") and not isinstance(o, (type, _types.MethodType))


def isbuiltin(o):
    return type(o).__name__ in ("function", "method") and not hasattr(o, "__code__")


def ismethod(o):
    return isinstance(o, _types.MethodType) and hasattr(o, "__code__")


def isroutine(o):
    return isfunction(o) or ismethod(o) or isbuiltin(o)


def isgenerator(o):
    return isinstance(o, _types.GeneratorType)


def _flags(f):
    return getattr(getattr(getattr(f, "__func__", f), "__code__", None), "co_flags", 0)


def isgeneratorfunction(f):
    return bool(_flags(f) & 0x20)


def iscoroutinefunction(f):
    return bool(_flags(f) & 0x80)


def isasyncgenfunction(f):
    return bool(_flags(f) & 0x200)


def iscoroutine(o):
    return type(o).__name__ == "coroutine"


def isasyncgen(o):
    return type(o).__name__ == "async_generator"


def isawaitable(o):
    return iscoroutine(o) or hasattr(type(o), "__await__")


def isabstract(o):
    return isinstance(o, type) and bool(getattr(o, "__abstractmethods__", None))


def isdatadescriptor(o):
    return hasattr(type(o), "__set__") or hasattr(type(o), "__delete__") or isinstance(o, property)


def ismethoddescriptor(o):
    return hasattr(type(o), "__get__") and not isdatadescriptor(o) and not isfunction(o)


def getmembers(object, predicate=None):
    out = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            out.append((name, value))
    out.sort(key=lambda pair: pair[0])
    return out


getmembers_static = getmembers


def getmro(cls):
    return cls.__mro__


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min([len(l) - len(l.lstrip()) for l in lines[1:] if l.strip()] or [0])
    lines = [lines[0].lstrip()] + [l[margin:] for l in lines[1:]]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


def getmodule(object, _filename=None):
    import sys

    return sys.modules.get(getattr(object, "__module__", None))


def getsource(object):
    raise OSError("could not get source code")


getsourcelines = getsource


def getfile(object):
    module = getmodule(object)
    if hasattr(module, "__file__"):
        return module.__file__
    raise TypeError("%r is a built-in" % (object,))


getsourcefile = getfile


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
    return func


class _empty:
    pass


_kinds = "POSITIONAL_ONLY POSITIONAL_OR_KEYWORD VAR_POSITIONAL KEYWORD_ONLY VAR_KEYWORD".split()


class _Kind(int):
    name = property(lambda self: _kinds[self])
    description = property(lambda self: ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")[self])

    def __str__(self):
        return _kinds[self]

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (_kinds[self], int(self))


def _shown(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        module = annotation.__module__
        return annotation.__qualname__ if module in ("builtins", "__main__") else module + "." + annotation.__qualname__
    return repr(annotation)


formatannotation = _shown


class Parameter:
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = [_Kind(i) for i in range(5)]

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def replace(self, **kw):
        return Parameter(kw.get("name", self.name), kw.get("kind", self.kind), default=kw.get("default", self.default), annotation=kw.get("annotation", self.annotation))

    def __str__(self):
        s = ("*" if self.kind == 2 else "**" if self.kind == 4 else "") + self.name
        if self.annotation is not _empty:
            s += ": " + _shown(self.annotation)
        if self.default is not _empty:
            s += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        return s

    def __repr__(self):
        return '<Parameter "%s">' % self

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default, self.annotation) == (other.name, other.kind, other.default, other.annotation)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        out = []
        for p in self.signature.parameters.values():
            if p.kind in (3, 4) or p.name not in self.arguments:
                break
            v = self.arguments[p.name]
            out += v if p.kind == 2 else [v]
        return tuple(out)

    @property
    def kwargs(self):
        out = {}
        for p in self.signature.parameters.values():
            if p.name in self.arguments:
                if p.kind == 4:
                    out.update(self.arguments[p.name])
                elif p.kind == 3:
                    out[p.name] = self.arguments[p.name]
        return out

    def apply_defaults(self):
        new = {}
        for p in self.signature.parameters.values():
            if p.name in self.arguments:
                new[p.name] = self.arguments[p.name]
            elif p.default is not _empty:
                new[p.name] = p.default
            elif p.kind == 2:
                new[p.name] = ()
            elif p.kind == 4:
                new[p.name] = {}
        self.arguments = new

    def __repr__(self):
        return "<BoundArguments (%s)>" % ", ".join(["%s=%r" % kv for kv in self.arguments.items()])


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = dict([(p.name, p) for p in parameters or ()])
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **kw):
        return signature(obj)

    def replace(self, **kw):
        return Signature(kw.get("parameters", self.parameters.values()), return_annotation=kw.get("return_annotation", self.return_annotation))

    def __eq__(self, other):
        return isinstance(other, Signature) and list(self.parameters.items()) == list(other.parameters.items()) and self.return_annotation == other.return_annotation

    def __str__(self):
        out = []
        star = slash = False
        for p in self.parameters.values():
            if p.kind == 0:
                slash = True
            elif slash:
                out.append("/")
                slash = False
            if p.kind == 2:
                star = True
            elif p.kind == 3 and not star:
                out.append("*")
                star = True
            out.append(str(p))
        if slash:
            out.append("/")
        s = "(" + ", ".join(out) + ")"
        return s if self.return_annotation is _empty else s + " -> " + _shown(self.return_annotation)

    def __repr__(self):
        return "<Signature %s>" % self

    def _bind(self, args, kwargs, partial):
        found = {}
        args = list(args)
        kwargs = dict(kwargs)
        rest = None
        for p in self.parameters.values():
            if p.kind == 2:
                if args:
                    found[p.name] = tuple(args)
                args = []
            elif p.kind == 4:
                rest = p.name
            elif args and p.kind < 2:
                if p.name in kwargs and p.kind == 1:
                    raise TypeError("multiple values for argument %r" % p.name)
                found[p.name] = args.pop(0)
            elif p.name in kwargs and p.kind:
                found[p.name] = kwargs.pop(p.name)
            elif p.default is _empty and not partial:
                raise TypeError("missing a required argument: %r" % p.name)
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            if rest is None:
                raise TypeError("got an unexpected keyword argument %r" % next(iter(kwargs)))
            found[rest] = kwargs
        return BoundArguments(self, found)

    def bind(self, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, *args, **kwargs):
        return self._bind(args, kwargs, True)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if follow_wrapped:
        obj = unwrap(obj)
    if hasattr(obj, "__signature__"):
        return obj.__signature__
    skip = 0
    if isinstance(obj, type):
        f = obj.__init__ if obj.__init__ is not object.__init__ else obj.__new__
        if f is object.__new__:
            return Signature()
        skip, obj = 1, f
    elif ismethod(obj):
        skip, obj = 1, obj.__func__
    elif not hasattr(obj, "__code__") and hasattr(type(obj), "__call__"):
        if type(obj).__name__ == "partial":
            sig = signature(obj.func)
            left = list(sig.parameters.values())[len(obj.args) :]
            out = []
            for p in left:
                if p.name in obj.keywords:
                    p = p.replace(default=obj.keywords[p.name], kind=Parameter.KEYWORD_ONLY)
                elif out and out[-1].kind == 3 and p.kind == 1:
                    p = p.replace(kind=Parameter.KEYWORD_ONLY)
                out.append(p)
            return Signature(out, return_annotation=sig.return_annotation)
        call = getattr(type(obj), "__call__")
        if hasattr(call, "__code__"):
            skip, obj = 1, call
    code = getattr(obj, "__code__", None)
    if code is None or not hasattr(code, "co_varnames"):
        raise ValueError("no signature found for builtin %r" % (obj,))
    hints = getattr(obj, "__annotations__", None) or {}
    defaults = getattr(obj, "__defaults__", None) or ()
    kwdefaults = getattr(obj, "__kwdefaults__", None) or {}
    names = code.co_varnames
    if len(names) == code.co_argcount + code.co_kwonlyargcount:  # the library's code does not keep the others
        names += ("args",) * bool(code.co_flags & 4) + ("kwargs",)
    n, only, kw = code.co_argcount, getattr(code, "co_posonlyargcount", 0), code.co_kwonlyargcount
    out = []
    for i in range(n):
        d = i - (n - len(defaults))
        out.append(Parameter(names[i], Parameter.POSITIONAL_ONLY if i < only else Parameter.POSITIONAL_OR_KEYWORD, default=defaults[d] if d >= 0 else _empty, annotation=hints.get(names[i], _empty)))
    at = n + kw
    if code.co_flags & 4:
        out.append(Parameter(names[at], Parameter.VAR_POSITIONAL, annotation=hints.get(names[at], _empty)))
        at += 1
    for i in range(n, n + kw):
        out.append(Parameter(names[i], Parameter.KEYWORD_ONLY, default=kwdefaults.get(names[i], _empty), annotation=hints.get(names[i], _empty)))
    if code.co_flags & 8:
        out.append(Parameter(names[at], Parameter.VAR_KEYWORD, annotation=hints.get(names[at], _empty)))
    return Signature(out[skip:], return_annotation=hints.get("return", _empty))


def getfullargspec(func):
    from collections import namedtuple

    sig = signature(func)
    ps = list(sig.parameters.values())
    make = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")
    args = [p.name for p in ps if p.kind < 2]
    defaults = tuple([p.default for p in ps if p.kind < 2 and p.default is not _empty])
    kwd = dict([(p.name, p.default) for p in ps if p.kind == 3 and p.default is not _empty])
    one = lambda k: next((p.name for p in ps if p.kind == k), None)
    return make(args, one(2), one(4), defaults or None, [p.name for p in ps if p.kind == 3], kwd or None, dict(getattr(func, "__annotations__", {})))


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    return dict(getattr(obj, "__annotations__", None) or {})


def currentframe():
    import sys

    get = getattr(sys, "_getframe", None)
    return get(1) if get else None


def stack(context=1):
    return []


def getgeneratorstate(g):
    frame = getattr(g, "gi_frame", None)
    if getattr(g, "gi_running", False):
        return "GEN_RUNNING"
    return "GEN_CLOSED" if frame is None else "GEN_SUSPENDED"
