# Source that nests 1 000 deep in ways that brackets do not.
sources = {
    "decorators": "@f\n" * 1000 + "def g(): pass",
    "subscripts": "x" + "[0" * 1000 + "]" * 1000,
    "slices": "x[" * 1000 + ":" + "]" * 1000,
    "comparisons": "1" + " < 1" * 1000,
    "and": "1" + " and 1" * 1000,
    "additions": "1" + " + 1" * 1000,
    "elif": "if 0: pass\n" + "elif 0: pass\n" * 1000,
    "comprehensions": "[x" + " for x in y" * 1000 + "]",
    "nested comprehensions": "[" * 1000 + "x" + " for x in y]" * 1000,
    "targets": "x = " * 1000 + "1",
    "unpacking": "(" * 1000 + "x," + "),"  * 999 + ") = y",
    "stars": "f(" + "*" * 1000 + "x)",
    "classes": "".join(" " * n + "class C:\n" for n in range(1000)) + " " * 1000 + "pass",
    "try": "".join(" " * n + "try:\n" for n in range(300)) + " " * 300 + "pass",
    "names": "global " + ",".join("x%d" % n for n in range(1000)),
    "parameters": "def f(" + ",".join("x%d" % n for n in range(1000)) + "): pass",
    "arguments": "f(" + ",".join(["1"] * 1000) + ")",
    "constants": "x = (" + ",".join(str(n) for n in range(1000)) + ")",
    "one name": "x" * 100000,
    "one number": "1" * 5000,
    "one exponent": "1e" + "9" * 5000,
    "one string": "'" + "\\x41" * 20000 + "'",
    "not closed": "(" * 1000,
    "nothing but backslashes": "\\" * 1000,
    "tabs and spaces": "if 1:\n\tif 1:\n        pass\n\tpass",
    "NUL": "x = 1\0",
    "no UTF-8": b"x = '\xff\xfe'",
}
for name, source in sources.items():
    try:
        compile(source, "<deep>", "exec")
        print(name, "compiles")
    except Exception as error:
        print(name, type(error).__name__)
