import random
random.seed(2024); n = 2000
inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(n)); print(inside, 4 * inside / n)
rolls = [random.randint(1, 6) + random.randint(1, 6) for _ in range(500)]
for t in range(2, 13): print(f"{t:>2} {'*' * (rolls.count(t) // 4)}")
