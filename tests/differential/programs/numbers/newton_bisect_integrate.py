def newton(f, df, x, tol=1e-12):
    for i in range(50):
        d = f(x) / df(x); x -= d
        if abs(d) < tol: return x, i
print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0), newton(lambda x: x ** 3 - x - 2, lambda x: 3 * x * x - 1, 1.5)[0])
def bisect(f, a, b):
    while b - a > 1e-10:
        m = (a + b) / 2
        if f(a) * f(m) <= 0: b = m
        else: a = m
    return round(m, 8)
print(bisect(lambda x: x ** 2 - 3, 0, 3))
def simpson(f, a, b, n=100): h = (b - a) / n; return h / 3 * (f(a) + f(b) + sum((4 if i % 2 else 2) * f(a + i * h) for i in range(1, n)))
print(round(simpson(lambda x: x ** 3, 0, 2), 10), round(simpson(lambda x: 1 / x, 1, 2), 8))
x, y = 0.0, 1.0
for _ in range(10): k1 = y; k2 = y + 0.05 * k1; k3 = y + 0.05 * k2; k4 = y + 0.1 * k3; y += 0.1 / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
print(round(y, 8))
