s = "abcdefghij"; l = list(range(10)); b = b"bytes"; t = tuple("xyz")
print(s[2:5], s[:3], s[-3:], s[::3], s[::-2], s[5:2], s[8:100], l[1:8:3], l[-1:-5:-1], b[1:3], b[0], t[::-1], s[slice(1, 4)], range(10)[2:8:2], bytearray(b)[::-1])
l[::2] = [0] * 5; print(l); del l[1::2]; print(l, s[-1], s[len(s) - 1], "abc"[0:0] == "", [*s[:2], *t], l[None:None] == l)
m = [list(range(i, i + 3)) for i in range(3)]; print([r[1] for r in m], [r[::-1] for r in m[::-1]], m[1][1:], sum(m, []))
