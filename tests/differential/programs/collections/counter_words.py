from collections import Counter
text = "the quick brown fox jumps over the lazy dog the fox"
c = Counter(text.split())
for word, n in c.most_common(3):
    print(f"{word:<6}{n:>3}")
print(c["missing"], sum(c.values()), c.total())
c.update(["fox", "cat"])
c.subtract({"the": 1})
print(sorted(c.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
print(c & Counter(fox=1, dog=5), c | Counter(dog=5), +Counter(a=1, b=-1))
print(list(Counter(a=2, b=1).elements()), Counter("aab") == Counter("aba"))
del c["nothing"]
print(repr(Counter()), Counter(a=1) <= Counter(a=2))
