import random
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abcdef"), random.uniform(1, 2))
x = list(range(10)); random.shuffle(x); print(x)
print(random.sample(range(100), 5), random.choices("abc", k=4), random.choices([1, 2, 3], weights=[1, 1, 8], k=5))
print(random.gauss(0, 1), random.gauss(0, 1), random.normalvariate(5, 2), random.expovariate(2), random.triangular(0, 10, 3), random.betavariate(1, 2))
print(random.getrandbits(70), random.randrange(0, 100, 7), random.randbytes(4))
r = random.Random("text"); print(r.random(), r.randint(0, 9)); r2 = random.Random(2.5); print(r2.random())
st = r.getstate(); a = [r.random() for _ in range(3)]; r.setstate(st); print(a == [r.random() for _ in range(3)])
random.seed(-7); print(random.random()); random.seed(10 ** 40); print(random.random())
try:
    random.choice([])
except IndexError as e:
    print(e)
try:
    random.sample([1], 2)
except ValueError as e:
    print(e)
