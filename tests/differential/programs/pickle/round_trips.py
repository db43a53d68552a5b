import io, pickle
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
for x in (None, True, 0, 255, 256, 65536, -1, 2**31, -2**63, 10**30, 1.5, "", "ab\u00e9", "x" * 300, b"by", b"z" * 300, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {"a": 1}, {"a": 1, "b": [2, (3, None)]}, set(), {5}, frozenset([7]), list(range(2500))):
    data = pickle.dumps(x)
    print(len(data), data[:24], pickle.loads(data) == x)
@dataclass
class P:
    x: int
    tags: list = field(default_factory=list)
class Color(Enum):
    RED = 1
class Plain:
    def __init__(self): self.a, self.me = 1, self
class S:
    __slots__ = ("q",)
class Stated:
    def __init__(self): self.open, self.keep = object(), 5
    def __getstate__(self): return {"keep": self.keep}
    def __setstate__(self, s): self.__dict__.update(s); self.open = "again"
N = namedtuple("N", "a b")
print(pickle.loads(pickle.dumps(P(3, ["t"]))), pickle.loads(pickle.dumps(Color.RED)) is Color.RED, pickle.loads(pickle.dumps(N(1, 2))))
p = pickle.loads(pickle.dumps(Plain())); print(p.a, p.me is p)
s = S(); s.q = 4; print(pickle.loads(pickle.dumps(s)).q, pickle.loads(pickle.dumps(Stated())).open)
for x in (OrderedDict(a=1), Counter("aab"), defaultdict(list, {"k": [1]}), deque([1, 2], 5), Decimal("1.50"), Fraction(1, 3), date(2024, 1, 2), datetime(2024, 1, 2, 3, 4, 5), timedelta(days=1, seconds=5), 1 + 2j, bytearray(b"q"), range(3), ValueError("m", 2)):
    y = pickle.loads(pickle.dumps(x)); print(type(y).__name__, y, repr(y) == repr(x))
shared = [1]; a = pickle.loads(pickle.dumps([shared, shared])); print(a[0] is a[1])
loop = []; loop.append(loop); b = pickle.loads(pickle.dumps(loop)); print(b[0] is b)
f = io.BytesIO(); pickle.dump({"n": 1}, f); pickle.dump([2], f); f.seek(0); print(pickle.load(f), pickle.load(f))
try: pickle.load(f)
except EOFError as e: print("EOFError", e)
print(pickle.loads(pickle.dumps(len)) is len, pickle.loads(pickle.dumps(P)) is P)
def local():
    return lambda: 1
for x in (local(), (i for i in ())):
    try: pickle.dumps(x); print("made")
    except (pickle.PicklingError, AttributeError, TypeError) as e: print(type(e).__name__, e)
try: pickle.loads(b"garbage")
except Exception as e: print(type(e).__name__)
print(pickle.loads(b"\x80\x05\x95\x10\x00\x00\x00\x00\x00\x00\x00}\x94(\x8c\x01a\x94K\x01\x8c\x01b\x94]\x94K\x02au."), pickle.HIGHEST_PROTOCOL, len(pickle.dumps({"a": 1}, protocol=4)))
