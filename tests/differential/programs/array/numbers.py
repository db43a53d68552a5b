from array import array
a = array("i", [1, 2, 3]); a.append(4); a.extend([5]); print(a, a[0], len(a), a[1:3], sum(a), 3 in a, a.tolist(), a.typecode, a.itemsize, list(reversed(a)))
b = array("d", [1.5, 2]); print(b, a == array("i", [1, 2, 3, 4, 5]), a.index(3), a.pop(), a.count(1)); a[0] = 9; print(a, array("B", b"ab"), array("b").tolist(), a.tobytes()[:4])
try: a.append("x")
except TypeError as e: print("TypeError")
try: array("B", [300])
except OverflowError as e: print("OverflowError")
