# Regular expressions that nest 50 000 deep, and some whose counts multiply.
import re
for bracket in ("(", "(?:", "(?=", "(?<=", "(?>", "(?i:", "(?P<n>", "(?(1)", "["):
    for pattern in (bracket * 50000, bracket * 50000 + ")" * 50000):
        try:
            re.compile(pattern)
        except Exception as error:
            print(bracket, type(error).__name__)
for pattern in ("((((a{100}){100}){100}){100})", "(?:a?){65535}" * 3, "()" * 40000, "(a|" * 30000 + "b" + ")" * 30000, "a|" * 30000, "[a-z]{9999}{9}", "\\1" * 9999):
    try:
        print(re.compile(pattern).groups)
    except Exception as error:
        print(pattern[:20], type(error).__name__)
