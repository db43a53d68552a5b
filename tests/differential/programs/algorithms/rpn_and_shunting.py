def rpn(expr):
    st = []
    for t in expr.split():
        if t in "+-*/": b, a = st.pop(), st.pop(); st.append({"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else float("nan")}[t])
        else: st.append(float(t))
    return st[0]
def to_rpn(s):
    prec, out, ops = {"+": 1, "-": 1, "*": 2, "/": 2}, [], []
    for t in s.split():
        if t in prec:
            while ops and ops[-1] != "(" and prec[ops[-1]] >= prec[t]: out.append(ops.pop())
            ops.append(t)
        elif t == "(": ops.append(t)
        elif t == ")":
            while ops[-1] != "(": out.append(ops.pop())
            ops.pop()
        else: out.append(t)
    return " ".join(out + ops[::-1])
for e in ("3 + 4 * 2", "( 3 + 4 ) * 2", "10 / 4 - 1"): print(e, "->", to_rpn(e), "=", rpn(to_rpn(e)))
