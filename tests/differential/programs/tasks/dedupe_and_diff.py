old = ["a", "b", "c", "c"]; new = ["b", "c", "d"]
print(list(dict.fromkeys(old)), sorted(set(new) - set(old)), sorted(set(old) ^ set(new)), [x for x in old if x not in new], set(old) >= {"a"}, {1, 2} | {3}, {1, 2} & {2}, {1}.isdisjoint({2}))
a = {"x": 1, "y": 2}; b = {"y": 3, "z": 4}
print({k: (a.get(k), b.get(k)) for k in sorted(a.keys() | b.keys()) if a.get(k) != b.get(k)}, a.keys() & b.keys(), a | b, dict(sorted(b.items(), key=lambda kv: -kv[1])))
s = {3, 1}; s.add(2); s.discard(9); s.update([5]); print(sorted(s), len(s), frozenset([1]) in {frozenset([1])}, s.issubset(range(9)))
try: s.remove(99)
except KeyError as e: print("KeyError", e)
