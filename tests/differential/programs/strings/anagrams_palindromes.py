words = "listen silent enlist google elgoog abc cab tinsel".split()
groups = {}
for w in words: groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1])
def pal(s): t = [c.lower() for c in s if c.isalnum()]; return t == t[::-1]
print([s for s in ["A man, a plan, a canal: Panama", "race a car", "", "No 'x' in Nixon"] if pal(s)])
print("".join(c for i, c in enumerate("abracadabra") if c not in "abracadabra"[:i]), {c: "abracadabra".count(c) for c in dict.fromkeys("abracadabra")})
def camel(s): p = s.split("_"); return p[0] + "".join(w.title() for w in p[1:])
def snake(s): return "".join("_" + c.lower() if c.isupper() else c for c in s).lstrip("_")
print(camel("some_long_name"), snake("someLongName"), "Title Case Me".swapcase(), "-".join("slugify THIS Text".lower().split()))
