def route(rules, path):
    for pat, h in rules:
        a, b = pat.strip("/").split("/"), path.strip("/").split("/"); args = {}
        if len(a) != len(b): continue
        for x, y in zip(a, b):
            if x.startswith("<"): n, _, t = x[1:-1].partition(":"); 
            if x.startswith("<") and (t != "int" or y.isdigit()): args[n] = int(y) if t == "int" else y
            elif x != y: break
        else: return h(**args)
    return 404
rules = [("/", lambda: "home"), ("/u/<name>", lambda name: f"user {name}"), ("/p/<id:int>/edit", lambda id: id + 1)]
for p in ["/", "/u/ann", "/p/41/edit", "/p/x/edit", "/nope/1/2/3"]: print(p, "->", route(rules, p))
