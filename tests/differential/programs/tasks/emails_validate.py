"""Validate and normalise e-mail addresses by hand."""
def normalise(address):
    address = address.strip()
    local, sep, domain = address.rpartition("@")
    if not sep:
        raise ValueError("no @")
    if not local or local.startswith(".") or local.endswith(".") or ".." in local:
        raise ValueError(f"bad local part {local!r}")
    if not all(c.isalnum() or c in "._+-" for c in local):
        bad = next(c for c in local if not (c.isalnum() or c in "._+-"))
        raise ValueError(f"bad character {bad!r} at {local.index(bad)}")
    labels = domain.lower().split(".")
    if len(labels) < 2 or not all(l and l[0] != "-" and l[-1] != "-" for l in labels):
        raise ValueError(f"bad domain {domain!r}")
    name, plus, tag = local.partition("+")
    return f"{name.lower()}@{'.'.join(labels)}", tag or None


for a in ["Ann.Lee+news@Example.COM", " bob@site.org ", "no-at.example", "a..b@x.y", "we ird@x.y", "x@localhost", "q@-a.com", "Éva@höst.hu"]:
    try:
        print(f"{a!r:32} -> {normalise(a)}")
    except ValueError as e:
        print(f"{a!r:32} !! {e}")
groups = {}
for a in ["A+1@x.io", "a@X.io", "b@x.io", "a+2@x.IO"]:
    key, tag = normalise(a)
    groups.setdefault(key, []).append(tag)
print(groups)
