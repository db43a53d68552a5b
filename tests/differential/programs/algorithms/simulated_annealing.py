import random, math
random.seed(11)
pts = [(random.random(), random.random()) for _ in range(8)]
def length(o): return sum(math.dist(pts[o[i]], pts[o[i - 1]]) for i in range(len(o)))
o = list(range(8)); best = length(o); temp = 1.0
while temp > 0.01:
    i, j = sorted(random.sample(range(8), 2)); n = o[:i] + o[i:j + 1][::-1] + o[j + 1:]
    d = length(n) - length(o)
    if d < 0 or random.random() < math.exp(-d / temp): o = n
    best = min(best, length(o)); temp *= 0.98
print(round(best, 6), o)
