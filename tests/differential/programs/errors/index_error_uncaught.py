def third(xs):
    return xs[2]
print(third("abc"))
third([1])
