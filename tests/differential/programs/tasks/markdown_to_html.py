md = """# Title
Some *emph* and **bold** text.

- one
- two
"""
out, inlist = [], False
def inline(s):
    for mark, tag in (("**", "b"), ("*", "i")):
        parts = s.split(mark)
        s = "".join(p if i % 2 == 0 else f"<{tag}>{p}</{tag}>" for i, p in enumerate(parts))
    return s
for l in md.splitlines():
    if l.startswith("- "):
        if not inlist: out.append("<ul>"); inlist = True
        out.append(f"  <li>{inline(l[2:])}</li>"); continue
    if inlist: out.append("</ul>"); inlist = False
    if l.startswith("#"): n = len(l) - len(l.lstrip("#")); out.append(f"<h{n}>{l[n:].strip()}</h{n}>")
    elif l: out.append(f"<p>{inline(l)}</p>")
if inlist: out.append("</ul>")
print("\n".join(out))
