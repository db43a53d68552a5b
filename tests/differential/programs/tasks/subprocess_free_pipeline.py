"""A shell-like pipeline over text with composed functions."""
from functools import reduce

FILE = """root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
ann:x:1000:1000:Ann,,,:/home/ann:/bin/zsh
bob:x:1001:1001::/home/bob:/bin/bash
"""
cut = lambda sep, *fields: lambda ls: (sep.join(l.split(sep)[f - 1] for f in fields) for l in ls)
sort = lambda key=None, reverse=False: lambda ls: sorted(ls, key=key, reverse=reverse)
uniq = lambda ls: (f"{sum(1 for x in g if True):>3} {k}" for k, g in __import__("itertools").groupby(ls))
grep = lambda s, invert=False: lambda ls: (l for l in ls if (s in l) != invert)
head = lambda n: lambda ls: [l for _, l in zip(range(n), ls)]


def pipe(text, *stages):
    return list(reduce(lambda ls, stage: stage(ls), stages, text.splitlines()))


print(pipe(FILE, cut(":", 1, 7)))
print(pipe(FILE, cut(":", 7), sort(), lambda ls: uniq(ls), sort(reverse=True)))
print(pipe(FILE, grep("nologin", invert=True), cut(":", 3), sort(key=int, reverse=True), head(2)))
users = [dict(zip("name pw uid gid gecos home shell".split(), l.split(":"))) for l in FILE.splitlines()]
for u in sorted(users, key=lambda u: (u["shell"], -int(u["uid"]))):
    print("{name:<8}{uid:>5} {shell}".format(**u))
print({u["name"]: u["gecos"].split(",")[0] or None for u in users if int(u["uid"]) >= 1000})
