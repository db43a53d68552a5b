vals = [1.2, 3.4, 2.2, 8.1, 9.9, 4.4, 4.5, 5.0, 7.7, 0.1]
lo, hi, n = min(vals), max(vals), 5; step = (hi - lo) / n; bins = [0] * n
for v in vals: bins[min(int((v - lo) / step), n - 1)] += 1
for i, b in enumerate(bins): print(f"[{lo + i * step:5.2f}, {lo + (i + 1) * step:5.2f}) {'█' * b} {b}")
s = sorted(vals); print(s[len(s) // 2], sum(vals) / len(vals), round((sum((v - sum(vals) / len(vals)) ** 2 for v in vals) / len(vals)) ** 0.5, 4))
