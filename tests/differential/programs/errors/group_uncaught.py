"""A program that ends with several errors at once prints all of them."""
import sys
import traceback


def check(record):
    errors = []
    for key in "name", "age", "mail":
        try:
            if key not in record:
                raise KeyError(key)
            if key == "age" and record[key] < 0:
                raise ValueError("negative age")
        except (KeyError, ValueError) as e:
            errors.append(e)
    if errors:
        raise ExceptionGroup("invalid record", errors)


try:
    check({"age": -1})
except* KeyError as e:
    print("missing:", [x.args[0] for x in e.exceptions])
except* ValueError as e:
    print("wrong:", e.exceptions[0])
e = ExceptionGroup("several", [ValueError(1), ExceptionGroup("more", [OSError("x"), TypeError("two\nlines")]), KeyError("k")])
e.add_note("a note")
print("".join(traceback.format_exception(e)))
print("".join(traceback.format_exception(ExceptionGroup("many", [ValueError(i) for i in range(18)]))))
sys.stdout.flush()
check({})
