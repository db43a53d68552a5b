import re

scanner = re.Scanner([
    (r"[a-zA-Z_]\w*", lambda scanner, token: ("name", token)),
    (r"\d+\.\d*", lambda scanner, token: ("float", float(token))),
    (r"\d+", lambda scanner, token: ("int", int(token))),
    (r"(=)|[-+*/]", lambda scanner, token: ("op", token, scanner.match.span())),
    (r"\s+", None),
])
print(scanner.scan("sum = 3*foo + 312.50+bar"))
print(scanner.scan("a = 1 ? b"))
print(re.Scanner([("a", "A"), ("b", None)], re.I).scan("abBA!"))
