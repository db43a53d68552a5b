import array, copy, io
a = array.array("i", [1, 2, 3, 4, 5])
del a[0]; print(a); del a[-1]; print(a); del a[:2]; print(a)
a.extend([7, 8, 9]); del a[::2]; print(a)
print(2 * a, a * 2, array.array("d", [0.5]) * 3); b = a; b *= 2; print(a, b is a); b += array.array("i", [0]); print(a)
c = copy.copy(a); c.append(1); print(a, c, copy.deepcopy([a]) == [a])
for f in (lambda: a + [1], lambda: a.__iadd__([1]), lambda: array.array("x"), lambda: array.array("i", "12"), lambda: array.array(5), lambda: array.array("ii"), lambda: a.append("x"), lambda: a.append(2**40)):
    try: f()
    except (TypeError, ValueError, OverflowError) as e: print(type(e).__name__, e)
try: a += [1]
except TypeError as e: print(e)
f = io.BytesIO(); a.tofile(f); f.seek(0); n = array.array("i"); n.fromfile(f, len(a)); print(n == a, len(f.getvalue()) == len(a) * a.itemsize)
try: n.fromfile(f, 1)
except EOFError as e: print("EOFError", e)
big = array.array("l")
for i in range(20000): big.append(i)
print(len(big), sum(big), big[-1]); big.reverse(); print(big[0], big.index(5), big.pop())
ba = bytearray(b"abcdef"); del ba[0]; del ba[1:3]; print(ba); ba *= 2; print(ba, 2 * bytearray(b"x"))
class Scaled(array.array):
    def __new__(cls, code, data, factor): return super().__new__(cls, code, data)
    def __init__(self, code, data, factor): self.factor = factor
    def total(self): return sum(self) * self.factor
s = Scaled("d", [1.5, 2.5], 10); print(s.total(), s[0], len(s), s.factor)
