text = "alpha\nbeta\n\ngamma beta\n"
open("t.txt", "w").write(text)
with open("t.txt") as f:
    for i, l in enumerate(f, 1): print(f"{i:>3}: {l}", end="")
hits = [(i, l.rstrip()) for i, l in enumerate(open("t.txt"), 1) if "beta" in l]; print(hits)
lines = open("t.txt").read().splitlines(); print(len(lines), sum(not l for l in lines), max(lines, key=len), lines[::-1])
with open("t.txt") as src, open("u.txt", "w") as dst:
    for l in src: dst.write(l.upper())
print(open("u.txt").readlines())
