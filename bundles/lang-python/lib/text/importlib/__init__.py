# Importing by name.
import sys


def import_module(name, package=None):
    if name.startswith("."):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for %r" % name)
        level = len(name) - len(name.lstrip("."))
        parts = package.split(".")
        if level > len(parts):
            raise ImportError("attempted relative import beyond top-level package")
        name = ".".join(parts[: len(parts) - level + 1] + [name.lstrip(".")]).rstrip(".")
    module = __import__(name)
    return sys.modules.get(name, module)


def reload(module):
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError("module %s not in sys.modules" % name, name=name)
    del sys.modules[name]
    try:
        new = import_module(name)
        module.__dict__.update(new.__dict__)
    finally:
        sys.modules[name] = module
    return module


def invalidate_caches():
    pass


__import__ = __import__
