"""Count words without stop words, with a concordance."""
from collections import Counter
import string

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity."""
STOP = set("it was the of a an and in".split())
table = str.maketrans("", "", string.punctuation)
words = TEXT.lower().translate(table).split()
counts = Counter(w for w in words if w not in STOP)
for w, n in counts.most_common(4):
    print(f"{w:<12}{'#' * n} {n}")
print(len(words), len(set(words)), f"{len(set(words)) / len(words):.2%}")


def concordance(word, width=2):
    for i, w in enumerate(words):
        if w == word:
            left = " ".join(words[max(0, i - width):i])
            right = " ".join(words[i + 1:i + 1 + width])
            yield f"{left:>12} [{w}] {right}"


print("\n".join(concordance("times")))
pairs = Counter(zip(words, words[1:]))
print(pairs.most_common(3))
print(Counter(map(len, words)).most_common(), max(words, key=len))
print(sum((Counter(s) for s in ("aab", "abc")), Counter()), Counter("aab") & Counter("abb"), Counter("aab") - Counter("ab"))
