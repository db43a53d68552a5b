def numbers(): 
    n = 0
    while True: yield n; n += 1
def take(it, n):
    for _, x in zip(range(n), it): yield x
print(list(take((x * x for x in numbers() if x % 3 == 0), 5)))
def lines(text):
    for l in text.split("\n"): yield l.strip()
def nonblank(it): return (l for l in it if l)
def parse(it):
    for l in it: k, _, v = l.partition("="); yield k.strip(), v.strip()
print(dict(parse(nonblank(lines("a = 1\n\n b=2 \nc")))))
def flat(x):
    for e in x:
        if isinstance(e, (list, tuple)): yield from flat(e)
        else: yield e
print(list(flat([1, [2, (3, [4])], 5])))
g = (i for i in range(3)); print(next(g), list(g), next(g, "done"))
