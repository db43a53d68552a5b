from string import Template
t = Template("Dear $name,\n\nyour order $id of ${n} item$s shipped.\n")
for o in [{"name": "Ann", "id": 7, "n": 1}, {"name": "Bob", "id": 8, "n": 3}]: print(t.substitute(o, s="" if o["n"] == 1 else "s"))
body = "{greet}, {who:>8}! You owe {amt:,.2f} ({pct:.1%})."; print(body.format(greet="Hi", who="Cy", amt=1234.5, pct=0.125))
print("\n".join("| " + " | ".join(str(c).ljust(5) for c in r) + " |" for r in [("a", "b"), (1, 2.5)]))
print(*(f"{k}={v!r}" for k, v in sorted(dict(z=1, a="x").items())), sep="; ")
