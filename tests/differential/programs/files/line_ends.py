import csv
open("w", "wb").write(b"a\r\nb\rc\n\r\nd\r")
print([*open("w")], repr(open("w").read()), repr(open("w", newline="").read()), open("w").readlines())
with open("w") as f:
    print(repr(f.read(2)), repr(f.read(1)), repr(f.readline()), repr(f.readline()), repr(f.readline()), repr(f.readline()))
with open("n", "w", newline="\r\n") as f:
    f.write("a\nb\n")
print(open("n", "rb").read(), [line for line in open("n")])
with open("t.csv", "w", newline="") as f:
    csv.writer(f).writerows([["a", "b"], ["1\n2", "3"]])
print(open("t.csv", "rb").read())
with open("t.csv", newline="") as f:
    print(list(csv.reader(f)))
with open("t.csv") as f:
    print(list(csv.reader(f)))
# lines that end at and around the borders of what is read at once
for n in (126, 127, 128, 129, 1150, 1151, 1152, 1153):
    open("x", "wb").write(b"x" * n + b"\r\n" + b"y" * n + b"\r\nz")
    lines = list(open("x"))
    print(n, [len(line) for line in lines], set("".join(lines)) == set("xyz\n"))
with open("x", "w+") as f:
    f.write("line1\nline2\nline3\n")
    f.seek(0)
    print(f.readline(), f.tell(), f.read(3), f.readlines(), f.tell())
