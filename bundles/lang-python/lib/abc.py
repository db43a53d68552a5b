# Abstract base classes. What is still abstract is found when a class is first instantiated.
def abstractmethod(f):
    f.__isabstractmethod__ = True
    return f


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        update_abstractmethods(cls, namespace)
        cls._abc_registry = []
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if subclass not in cls._abc_registry:
            cls._abc_registry.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        hook = getattr(cls, "__subclasshook__", None)
        if hook:
            answer = hook(subclass)
            if answer is not NotImplemented:
                return answer
        if type.__subclasscheck__(cls, subclass):
            return True
        for c in cls._abc_registry:
            if issubclass(subclass, c):
                return True
        for c in cls.__subclasses__():
            if issubclass(subclass, c):
                return True
        return False


def update_abstractmethods(cls, namespace=None):
    if namespace is None:
        namespace = cls.__dict__
    names = {n for n, v in namespace.items() if _is_abstract(v)}
    for base in cls.__bases__:
        for n in getattr(base, "__abstractmethods__", ()):
            if n not in namespace and _is_abstract(getattr(cls, n, None)):
                names.add(n)
    cls.__abstractmethods__ = frozenset(names)
    return cls


def _is_abstract(v):
    if getattr(v, "__isabstractmethod__", False):
        return True
    if isinstance(v, property):
        return any([_is_abstract(getattr(v, n, None)) for n in ("fget", "fset", "fdel")])
    return _is_abstract(v.__func__) if isinstance(v, (classmethod, staticmethod)) else False


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def get_cache_token():
    return 0


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True
