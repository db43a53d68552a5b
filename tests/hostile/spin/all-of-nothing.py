# A search in C for what never comes.
# limits: fuel=50000000
def ones():
    while True:
        yield 1
all(ones())
