# ExceptionGroup, and what the compiler makes of except*. Loaded when one of them is first asked for.


def _test(condition):
    if isinstance(condition, (type, tuple)):
        for kind in condition if isinstance(condition, tuple) else (condition,):
            if not (isinstance(kind, type) and issubclass(kind, BaseException)):
                break
        else:
            return lambda e: isinstance(e, condition)
    elif callable(condition):
        return condition
    raise TypeError("expected a function, exception type or tuple of exception types")


class BaseExceptionGroup(BaseException):
    __module__ = "builtins"

    def __new__(cls, message, exceptions, *args):
        if not isinstance(message, str):
            raise TypeError("BaseExceptionGroup.__new__() argument 1 must be str, not " + type(message).__name__)
        try:
            inner = tuple(exceptions)
        except TypeError:
            raise TypeError("second argument (exceptions) must be a sequence") from None
        if not inner:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        for i, e in enumerate(inner):
            if not isinstance(e, BaseException):
                raise ValueError("Item %d of second argument (exceptions) is not an exception" % i)
        if cls is BaseExceptionGroup or issubclass(cls, Exception):
            if all([isinstance(e, Exception) for e in inner]):
                cls = ExceptionGroup if cls is BaseExceptionGroup else cls
            elif issubclass(cls, Exception):
                raise TypeError("Cannot nest BaseExceptions in " + ("an ExceptionGroup" if cls is ExceptionGroup else repr(cls.__name__)))
        self = BaseException.__new__(cls, message, exceptions, *args)
        self.message, self.exceptions = message, inner
        return self

    def __init__(self, message, exceptions, *args):
        pass

    def __str__(self):
        n = len(self.exceptions)
        return "%s (%d sub-exception%s)" % (self.message, n, "" if n == 1 else "s")

    def derive(self, exceptions):
        return BaseExceptionGroup(self.message, exceptions)

    def _derived(self, exceptions):
        if not exceptions:
            return None
        new = self.derive(exceptions)
        new.__traceback__ = self.__traceback__
        new.__context__, new.__cause__ = self.__context__, self.__cause__
        new.__suppress_context__ = self.__suppress_context__
        for note in getattr(self, "__notes__", ()):
            new.add_note(note)
        return new

    def _split(self, test):
        if test(self):
            return self, None
        yes, no = [], []
        for e in self.exceptions:
            if isinstance(e, BaseExceptionGroup):
                a, b = e._split(test)
            else:
                a, b = (e, None) if test(e) else (None, e)
            if a is not None:
                yes.append(a)
            if b is not None:
                no.append(b)
        return self._derived(yes), self._derived(no)

    def split(self, condition):
        return self._split(_test(condition))

    def subgroup(self, condition):
        return self._split(_test(condition))[0]


class ExceptionGroup(BaseExceptionGroup, Exception):
    __module__ = "builtins"


def _leaves(e, into):
    if isinstance(e, BaseExceptionGroup):
        for inner in e.exceptions:
            _leaves(inner, into)
    else:
        into.append(id(e))


class _Star:
    def __init__(self, exc):
        self.exc = self.rest = exc
        self.kept, self.new = [], []  # what handlers raised: their own exception again, or another

    # state & kinds: what a handler gets
    def __and__(self, kinds):
        for kind in kinds if isinstance(kinds, tuple) else (kinds,):
            if not (isinstance(kind, type) and issubclass(kind, BaseException)):
                raise TypeError("catching classes that do not inherit from BaseException is not allowed")
            if issubclass(kind, BaseExceptionGroup):
                raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
        self.match = None
        if isinstance(self.exc, BaseExceptionGroup):
            if self.rest is not None:
                self.match, self.rest = self.rest.split(kinds)
        elif self.rest is not None and isinstance(self.exc, kinds):
            self.match, self.rest = BaseExceptionGroup("", (self.exc,)), None
        return self.match

    # state | exception: what a handler raised
    def __or__(self, exc):
        (self.kept if exc is self.match else self.new).append(exc)
        return self

    # ~state: what is left to raise
    def __invert__(self):
        if not isinstance(self.exc, BaseExceptionGroup):
            return self.rest or (self.kept + self.new + [None])[0]
        if not self.kept and not self.new:
            return self.rest
        ids = []
        for e in self.kept + [self.rest]:
            if e is not None:
                _leaves(e, ids)
        left = self.exc.subgroup(lambda e: id(e) in ids)
        if not self.new:
            return left
        return BaseExceptionGroup("", self.new + ([] if left is None else [left]))


__except_star__ = _Star
