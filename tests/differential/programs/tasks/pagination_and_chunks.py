def chunks(xs, n): return [xs[i:i + n] for i in range(0, len(xs), n)]
def page(xs, n, size): k = -(-len(xs) // size); return {"items": xs[(n - 1) * size:n * size], "page": n, "pages": k, "next": n + 1 if n < k else None}
xs = list(range(1, 12)); print(chunks(xs, 4)); print(page(xs, 1, 5), page(xs, 3, 5)["items"], page([], 1, 5))
it = iter("abcdefg"); print(list(zip(it, it, it)), list(it)); print([*map(list, zip(*chunks(xs[:9], 3)))], [xs[i::3] for i in range(3)])
