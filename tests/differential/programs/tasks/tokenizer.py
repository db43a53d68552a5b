def tokens(src):
    i, n = 0, len(src)
    while i < n:
        c = src[i]
        if c.isspace(): i += 1
        elif c.isdigit():
            j = i
            while j < n and (src[j].isdigit() or src[j] == "."): j += 1
            yield "NUM", float(src[i:j]) if "." in src[i:j] else int(src[i:j]); i = j
        elif c.isalpha() or c == "_":
            j = i
            while j < n and (src[j].isalnum() or src[j] == "_"): j += 1
            yield ("KW" if src[i:j] in {"if", "let"} else "ID"), src[i:j]; i = j
        elif c == '"': j = src.index('"', i + 1); yield "STR", src[i + 1:j]; i = j + 1
        else: yield "OP", src[i:i + 2] if src[i:i + 2] in ("==", "<=") else c; i += 2 if src[i:i + 2] in ("==", "<=") else 1
for t in tokens('let x1 = 3.5 + foo("a b") <= 42'): print(*t)
