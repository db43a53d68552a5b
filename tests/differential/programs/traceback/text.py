import traceback, sys
def inner(): raise ValueError("bad thing")
def outer(): inner()
try: outer()
except ValueError as e:
    print(traceback.format_exc()); print(traceback.format_exception_only(type(e), e), "".join(traceback.format_exception(e)).count("inner"))
    print([(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)])
