text = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness; it was the epoch of belief..."""
words = [w.strip(".,;:!?").lower() for w in text.split()]
freq = {}
for w in words: freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda t: (-t[1], t[0]))[:6]: print(f"{w:<12}{'#' * n} {n}")
print(len(words), len(set(words)), max(words, key=len), sum(map(len, words)) / len(words), sum(c in "aeiou" for c in text.lower()))
print(" ".join(w[::-1] for w in text.split()[:5]), "".join(sorted(set(text.lower()) - set(" \n.,;"))))
