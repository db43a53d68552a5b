def f(x):
    try:
        print("try", x); r = 10 / x
    except ZeroDivisionError: print("except"); return "zero"
    except (TypeError, ValueError) as e: print("type", e); return "type"
    else: print("else"); return r
    finally: print("finally")
print(f(2)); print(f(0)); print(f("a"))
class AppError(Exception):
    code = 7
    def __str__(self): return f"app: {self.args[0]}"
try:
    try: {}["x"]
    except KeyError as e: raise AppError("wrapped") from e
except AppError as e: print(e, e.code, repr(e.__cause__), e.__cause__ is not None)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("second")
except ValueError as e: print(type(e.__context__).__name__, e.__cause__)
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally: print("fin", i)
g()
try: raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
except* ValueError as eg: print("VE", eg.exceptions)
except* TypeError as eg: print("TE", len(eg.exceptions))
e = ValueError("x"); e.add_note("a note"); print(e.__notes__)
