"""Shortest word ladders by breadth-first search."""
from collections import defaultdict, deque
from string import ascii_lowercase

WORDS = """cold cord card ward warm word worm wood good gold bold bald ball bell tell tall hall hale
pale male mole hole home dome dame game gate late lane line fine find wind wand band bond""".split()


def neighbours(words):
    buckets = defaultdict(list)
    for w in words:
        for i in range(len(w)):
            buckets[w[:i] + "_" + w[i + 1:]].append(w)
    graph = defaultdict(set)
    for bucket in buckets.values():
        for a in bucket:
            graph[a].update(b for b in bucket if b != a)
    return graph


GRAPH = neighbours(WORDS)


def ladder(start, goal):
    paths, queue = {start: None}, deque([start])
    while queue:
        word = queue.popleft()
        if word == goal:
            out = []
            while word:
                out.append(word)
                word = paths[word]
            return out[::-1]
        for other in sorted(GRAPH[word]):
            if other not in paths:
                paths[other] = word
                queue.append(other)


for start, goal in [("cold", "warm"), ("bell", "gold"), ("game", "find"), ("cold", "zzzz")]:
    found = ladder(start, goal)
    print(f"{start}->{goal}:", " ".join(found) if found else "no ladder", f"({len(found) - 1} steps)" if found else "")
print(max(GRAPH, key=lambda w: (len(GRAPH[w]), w)), sorted(w for w in WORDS if not GRAPH[w]))
letters = {c: sum(c in w for w in WORDS) for c in ascii_lowercase}
print({c: n for c, n in sorted(letters.items(), key=lambda kv: (-kv[1], kv[0])) if n > 6})
