import ast
for s in ("1", "-5", "+3.5", "1e3", "0xff", "1_000", "'a'", '"b" "c"', "b'x'", "r'\\n'", "'''multi\nline'''", "True", "None", "...", "[1, 2, [3]]", "(1,)", "()", "(1)", "1, 2", "{}", "{'a': 1, 'b': [None, True]}", "{1, 2}", "set()", "1+2j", "-1 - 2.5j", "  [1,\n 2,  # two\n 3]", "{'k': ('v', -1.0), \"q\": {}}", "'it\\'s # no comment'", "[]", "[[], {}, ()]", "'\\u00e9\\x41'", "-0", ".5", "5."):
    v = ast.literal_eval(s)
    print(repr(v), type(v).__name__)
for s in ("foo", "1 + 1", "f(1)", "[x for x in y]", "__import__('os')", "{'a': b}", "a.b", "[1][0]", "'a' + 'b'", "lambda: 1", "1 if 2 else 3", "-'a'", "not 1", "f'{1}'", "{1: 2}[1]", "(1)(2)"):
    try: print(ast.literal_eval(s))
    except ValueError as e: print("ValueError", str(e).startswith("malformed node or string"))
for s in ("[1, 2", "1 +", "", "{'a' 1}", "a b"):
    try: print(ast.literal_eval(s))
    except SyntaxError as e: print("SyntaxError")
try: ast.literal_eval(5)
except ValueError as e: print("ValueError", str(e).startswith("malformed node or string"))
