data = [23, 7, 12, 9, 42, 7, 18]
n = len(data); mean = sum(data) / n; var = sum((x - mean) ** 2 for x in data) / (n - 1); s = sorted(data)
print(n, mean, round(var, 6), round(var ** 0.5, 6), s[n // 2], max(set(data), key=data.count), s[-1] - s[0])
z = [round((x - mean) / var ** 0.5, 3) for x in data]; print(z, [x for x, k in zip(data, z) if abs(k) > 1.5])
xs, ys = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]; mx, my = sum(xs) / 5, sum(ys) / 5
b = sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs); print(round(b, 6), round(my - b * mx, 6))
print([round(sum(data[max(0, i - 2):i + 1]) / len(data[max(0, i - 2):i + 1]), 2) for i in range(n)])
