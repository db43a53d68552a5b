# Counters, defaults, deques, named tuples.
# --- turn
from collections import Counter, defaultdict, deque, namedtuple, OrderedDict
words = Counter('the cat and the dog and the bird'.split())
# --- turn
groups = defaultdict(list)
for word, n in words.items():
    groups[n].append(word)
dict(groups)
#= {3: ['the'], 1: ['cat', 'dog', 'bird'], 2: ['and']}
# --- turn
Point = namedtuple('Point', 'x y')
path = deque([Point(0, 0)], maxlen=3)
for step in range(4):
    path.append(Point(step, step * step))
[tuple(p) for p in path]
#= [(1, 1), (2, 4), (3, 9)]
# --- turn
words.update(['cat', 'cat'])
words['the'], words['cat'], words['none']
#= (3, 3, 0)
# --- turn
groups[9].append('new')
path.rotate(1)
path[0].y, sorted(groups)
#= (9, [1, 2, 3, 9])
# --- turn
recent = OrderedDict((w, words[w]) for w in sorted(words))
recent['bird'] += 1
list(recent.items())[:2], Point(*path[-1])
#= ([('and', 2), ('bird', 2)], Point(x=2, y=4))
