def parse(s):
    toks = list(s.replace(" ", "")) + ["$"]; pos = 0
    def peek(): return toks[pos]
    def eat():
        nonlocal pos; pos += 1; return toks[pos - 1]
    def expr():
        v = term()
        while peek() in "+-": v = v + term() if eat() == "+" else v - term()
        return v
    def term():
        v = factor()
        while peek() in "*/": v = v * factor() if eat() == "*" else v / factor()
        return v
    def factor():
        if peek() == "(":
            eat(); v = expr()
            if eat() != ")": raise SyntaxError("expected )")
            return v
        if peek() == "-": eat(); return -factor()
        n = ""
        while peek().isdigit() or peek() == ".": n += eat()
        if not n: raise SyntaxError(f"unexpected {peek()!r} at {pos}")
        return float(n) if "." in n else int(n)
    v = expr()
    if peek() != "$": raise SyntaxError(f"trailing {peek()!r}")
    return v
for e in ["1+2*3", "(1+2)*3", "-4*(2-5)", "10/4", "2*(3", "1+", "3.5*2"]:
    try: print(e, "=", parse(e))
    except (SyntaxError, ZeroDivisionError) as x: print(e, "!", type(x).__name__, x)
