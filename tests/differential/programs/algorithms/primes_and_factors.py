def factors(n):
    f, d = {}, 2
    while d * d <= n:
        while n % d == 0: f[d] = f.get(d, 0) + 1; n //= d
        d += 1
    if n > 1: f[n] = f.get(n, 0) + 1
    return f
for n in (12, 97, 360, 1001, 2 ** 20): print(n, factors(n))
def is_prime(n): return n > 1 and all(pow(a, n - 1, n) == 1 for a in (2, 3, 5, 7) if a < n)
print([n for n in range(50) if is_prime(n)], pow(3, 200, 13), pow(3, -1, 11), 17 ** 30 % 1000)
print([n for n in range(1, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
