def table(rows, head):
    cols = list(zip(head, *rows)); w = [max(len(str(c)) for c in col) for col in cols]
    line = "+" + "+".join("-" * (n + 2) for n in w) + "+"
    fmt = lambda r: "|" + "|".join(f" {str(c):<{n}} " if isinstance(c, str) else f" {c:>{n}} " for c, n in zip(r, w)) + "|"
    return "\n".join([line, fmt(head), line] + [fmt(r) for r in rows] + [line])
print(table([("ann", 30, 1.5), ("robert", 4, 22.25)], ("name", "age", "score")))
