for name in ("no_such_module", "nor_this_one"):
    try:
        __import__(name)
        print("here")
    except ModuleNotFoundError as e:
        print(e.name == name if hasattr(e, "name") and e.name else True, str(e).startswith("No module named '%s'" % name))
try:
    import no_such_numpy as np
except ImportError:
    np = None
print(np)
