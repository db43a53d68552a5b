rows = ["2024-01-03,Ann,12.50", "2024-01-04,Bob,7", "2024-02-01,Ann,3.25", "bad line", "2024-02-10,Cy,-1"]
with open("in.txt", "w") as f: f.write("\n".join(rows) + "\n")
months, errors = {}, []
with open("in.txt") as f:
    for n, line in enumerate(f, 1):
        try:
            d, who, amt = line.strip().split(","); amt = float(amt)
            if amt < 0: raise ValueError(f"negative amount {amt}")
            months.setdefault(d[:7], {}).setdefault(who, []).append(amt)
        except ValueError as e: errors.append(f"line {n}: {e}")
with open("out.txt", "w") as f:
    for m in sorted(months):
        print(m, file=f)
        for w, a in sorted(months[m].items()): print(f"  {w:<5}{sum(a):8.2f}", file=f)
print(open("out.txt").read() + "\n".join(errors))
