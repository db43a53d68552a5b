def mean(xs):
    assert xs, "empty list"
    return sum(xs) / len(xs)
print(mean([1, 2]))
mean([])
