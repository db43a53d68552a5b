# File names and shell patterns.
def _match(p, s):
    # Iterative: a star remembers where to try again.
    i = j = 0
    star = -1
    back = 0
    while j < len(s):
        if i < len(p):
            c = p[i]
            if c == "*":
                star = i
                back = j
                i += 1
                continue
            n, ok = _one(p, i, s[j])
            if ok:
                i = n
                j += 1
                continue
        if star < 0:
            return False
        i = star + 1
        back += 1
        j = back
    while i < len(p) and p[i] == "*":
        i += 1
    return i == len(p)


def _one(p, i, c):
    # (where the pattern goes on, whether the character fits)
    if p[i] == "?":
        return i + 1, True
    if p[i] == "[":
        j = i + 1
        if j < len(p) and p[j] == "!":
            j += 1
        if j < len(p) and p[j] == "]":
            j += 1
        j = p.find("]", j)
        if j > 0:
            body = p[i + 1 : j]
            negative = body[:1] == "!"
            body = body[negative:]
            found = False
            k = 0
            while k < len(body):
                if k + 2 < len(body) and body[k + 1] == "-":
                    found = found or body[k] <= c <= body[k + 2]
                    k += 3
                else:
                    found = found or body[k] == c
                    k += 1
            return j + 1, found != negative
    return i + 1, p[i] == c


def fnmatchcase(name, pat):
    if isinstance(name, bytes):
        name, pat = name.decode("latin-1"), pat.decode("latin-1")
    return _match(pat, name)


fnmatch = fnmatchcase


def filter(names, pat):
    return [n for n in names if fnmatchcase(n, pat)]


def translate(pat):
    out = ""
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            while i < len(pat) and pat[i] == "*":
                i += 1
            out += ".*"
        elif c == "?":
            out += "."
        elif c == "[":
            j = pat.find("]", i + 1 + (pat[i : i + 1] == "!"))
            if j < 0:
                out += "\\["
            else:
                body = pat[i:j].replace("\\", "\\\\")
                out += "[" + ("^" + body[1:] if body[0] == "!" else "\\" + body if body[0] == "^" else body) + "]"
                i = j + 1
        else:
            out += c if c.isalnum() or c in "_/-, \"'%!:;<>=@`" and c not in "-" else "\\" + c
    return "(?s:" + out + ")\\Z"
