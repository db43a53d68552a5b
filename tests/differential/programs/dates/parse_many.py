from datetime import datetime
fmts = ["%Y-%m-%d", "%d/%m/%Y", "%b %d, %Y", "%d %B %Y", "%Y%m%dT%H%M%S"]
for s in ["2024-02-03", "03/02/2024", "Feb 3, 2024", "3 February 2024", "20240203T040506", "31/02/2024", "yesterday"]:
    for f in fmts:
        try: print(s, "->", datetime.strptime(s, f).isoformat()); break
        except ValueError: pass
    else: print(s, "-> unknown")
