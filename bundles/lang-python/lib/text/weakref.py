# References that do not keep an object in CPython. Here they do: an object lives as long as one of them.
class ref:
    def __init__(self, object, callback=None):
        self._object = object
        self.__callback__ = callback

    def __call__(self):
        return self._object

    def __eq__(self, other):
        return isinstance(other, ref) and self._object == other._object

    def __hash__(self):
        return hash(self._object)

    def __repr__(self):
        return "<weakref at %s; to '%s' at %s>" % (hex(id(self)), type(self._object).__name__, hex(id(self._object)))


ReferenceType = KeyedRef = ref


class WeakMethod(ref):
    pass


def proxy(object, callback=None):
    return object


ProxyType = CallableProxyType = ()


class WeakValueDictionary(dict):
    def valuerefs(self):
        return [ref(v) for v in self.values()]


class WeakKeyDictionary(dict):
    def keyrefs(self):
        return [ref(k) for k in self]


class WeakSet(set):
    pass


def getweakrefcount(object):
    return 0


def getweakrefs(object):
    return []


class finalize:
    atexit = True

    def __init__(self, obj, func, /, *args, **kwargs):
        import atexit

        self._call = obj, func, args, kwargs
        atexit.register(lambda: self.atexit and self())

    @property
    def alive(self):
        return self._call is not None

    def peek(self):
        return self._call

    def detach(self):
        call, self._call = self._call, None
        return call

    def __call__(self):
        call = self.detach()
        if call:
            return call[1](*call[2], **call[3])
