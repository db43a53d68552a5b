from pprint import pprint, pformat, isreadable, PrettyPrinter
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque
from dataclasses import dataclass, field
from types import SimpleNamespace, MappingProxyType
words = "the quick brown fox jumped over a lazy dog".split()
d = {w: i for i, w in enumerate(words)}
for x in (ChainMap(d), ChainMap(d, {"x": list(range(40))}), MappingProxyType(d), UserDict(d), UserList(list(d.items())), Counter("mississippi" * 3), OrderedDict(d), defaultdict(list, {w: words[:4] for w in words[:3]}), deque(words * 2, maxlen=30), SimpleNamespace(**d)):
    pprint(x, width=40)
class MySet(set): pass
class MyDict(dict): pass
class Own(dict):
    def __repr__(self): return "Own(...)" * 3
class Space(SimpleNamespace): pass
for x in (MySet(range(7)), MyDict(d), Own(d), Space(**d), deque([], maxlen=7), [Own(d)] * 3):
    pprint(x, width=20)
@dataclass
class P:
    name: str
    values: list = field(default_factory=lambda: list(range(12)))
@dataclass
class Q:
    a: int = 1
    def __repr__(self): return "own repr that is much longer than the width"
pprint([P("a long name of something"), P("b")], width=40)
pprint(Q(), width=10)
print(isreadable(object()), isreadable([1, "a"]), isreadable({1: {2: print}}))
class Short(PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        return ("<str>", True, False) if isinstance(object, str) else super().format(object, context, maxlevels, level)
Short(width=40).pprint({"a": ["b", 1], "c": "d"})
r = [1]
r.append(r)
print(pformat(r).split(" with")[0])
