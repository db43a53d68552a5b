import copy
from collections import *
from collections import ChainMap, UserDict, UserList
from enum import Enum
from fractions import Fraction
from decimal import Decimal
import array
for x in (Counter("aab"), defaultdict(list, a=[1]), deque([[1], 2], 3), OrderedDict(a=[1]), ChainMap({1: [2]}), UserDict(a=[1]), UserList([[1]]), array.array("i", [1]), Fraction(1, 2), Decimal("1.5"), bytearray(b"x")):
    y, z = copy.deepcopy(x), copy.copy(x)
    print(type(y).__name__, y == x, y, z == x, type(z).__name__)
d = defaultdict(list, a=[1]); e = copy.deepcopy(d); e["a"].append(2); e["new"].append(1); print(d, e, e.default_factory)
class R:
    def __init__(self, n): self.n = n
    def __reduce__(self): return R, (self.n + 1,)
print(copy.copy(R(1)).n, copy.deepcopy([R(5)])[0].n)
class T(tuple): pass
t = T([[1], 2]); t.note = ["n"]; u = copy.deepcopy(t); u[0].append(5); print(t, u, type(u).__name__, u.note, u.note is t.note)
