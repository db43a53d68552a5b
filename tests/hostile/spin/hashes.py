# Keys that all have one hash: a dict becomes a list.
# limits: fuel=50000000
class Key:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return 1
    def __eq__(self, other):
        return self.n == other.n
print(len({Key(n) for n in range(1000000)}))
