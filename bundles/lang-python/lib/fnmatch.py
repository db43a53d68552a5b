# File names and shell patterns.
import re

_known = {}


def translate(pat):
    parts = [""]  # what stands between stars
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            if parts[-1] or len(parts) == 1:
                parts.append("")
        elif c == "?":
            parts[-1] += "."
        elif c == "[":
            j = i + (pat[i : i + 1] == "!")
            j = pat.find("]", j + (pat[j : j + 1] == "]"))
            if j < 0:
                parts[-1] += "\\["
                continue
            negative = pat[i] == "!"
            # A range that runs backwards holds nothing.
            body = re.sub("(?s)(.)-(.)", lambda m: m[0] if m[1] <= m[2] else "", pat[i + negative : j]).replace("\\", "\\\\")
            i = j + 1
            if not body:
                parts[-1] += "." if negative else "(?!)"
            else:
                parts[-1] += "[" + ("^" if negative else "") + ("\\" if body[0] in "^[" else "") + body + "]"
        else:
            parts[-1] += re.escape(c)
    if len(parts) > 1:
        last = parts.pop()
        parts = parts[:1] + ["(?>.*?" + p + ")" for p in parts[1:]] + [".*" + last]
    return "(?s:" + "".join(parts) + ")\\Z"


def fnmatchcase(name, pat):
    if pat not in _known:
        _known[pat] = re.compile(translate(pat.decode("latin-1")).encode("latin-1") if isinstance(pat, bytes) else translate(pat)).match
    return _known[pat](name) is not None


def fnmatch(name, pat):
    return fnmatchcase(getattr(name, "__fspath__", lambda: name)(), pat)


def filter(names, pat):
    return [n for n in names if fnmatch(n, pat)]
