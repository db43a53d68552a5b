users = {"ann": {"admin"}, "bob": {"dev", "ops"}, "cy": set()}; grants = {"admin": {"read", "write", "delete"}, "dev": {"read", "write"}, "ops": {"read", "restart"}}
perms = {u: set().union(*[grants[r] for r in rs]) for u, rs in users.items()}; cols = sorted(set().union(*grants.values()))
print(" " * 5 + " ".join(c[:4].ljust(4) for c in cols))
for u in perms: print(u.ljust(5) + " ".join(("x" if c in perms[u] else ".").ljust(4) for c in cols))
print(sorted(perms["ann"] & perms["bob"]), [u for u, p in perms.items() if not p], all("read" in p for p in perms.values() if p))
