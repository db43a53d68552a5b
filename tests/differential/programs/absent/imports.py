for name in ("numpy", "pandas", "requests", "sqlite3", "no_such_module"):
    try:
        __import__(name)
        print("here")
    except ModuleNotFoundError as e:
        print(e.name == name if hasattr(e, "name") and e.name else True, str(e).startswith("No module named '%s'" % name))
try:
    import numpy as np
except ImportError:
    np = None
print(np)
