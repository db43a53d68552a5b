docs = {1: "the cat sat", 2: "the dog sat down", 3: "a cat and a dog"}
index = {}
for i, t in docs.items():
    for pos, w in enumerate(t.split()): index.setdefault(w, {}).setdefault(i, []).append(pos)
def search(q): s = [set(index.get(w, ())) for w in q.split()]; return sorted(set.intersection(*s)) if s else []
print(search("cat"), search("dog sat"), search("zebra"), index["a"], sorted(index, key=lambda w: (-len(index[w]), w))[:3])
import math
def tfidf(w, i): t = docs[i].split(); return round(t.count(w) / len(t) * math.log(len(docs) / len(index[w])), 4)
print({w: tfidf(w, 3) for w in ("a", "cat")})
