# Whether a module is there. To find out it is imported.
from types import SimpleNamespace


def find_spec(name, package=None):
    from importlib import import_module

    try:
        module = import_module(name, package)
    except ImportError:
        return None
    return SimpleNamespace(name=module.__name__, origin=getattr(module, "__file__", None), submodule_search_locations=getattr(module, "__path__", None))
