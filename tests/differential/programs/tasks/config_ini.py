text = """
; comment
[server]
host = localhost
port = 8080
[paths]
root = /var/www ; trailing
debug = true
"""
conf, sec = {}, None
for n, line in enumerate(text.splitlines(), 1):
    line = line.split(";")[0].strip()
    if not line: continue
    if line[0] == "[" and line[-1] == "]": sec = conf.setdefault(line[1:-1], {})
    else:
        k, v = (p.strip() for p in line.split("=", 1))
        sec[k] = int(v) if v.isdigit() else {"true": True, "false": False}.get(v.lower(), v)
print(conf); print("\n".join(f"{s}.{k}={v!r}" for s, d in conf.items() for k, v in d.items()))
