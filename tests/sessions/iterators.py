# A class of one's own.
# --- turn
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
it = Countdown(6)
next(it)
#= 5
# --- turn
first, *rest = it
first, rest
#= (4, [3, 2, 1, 0])
# --- turn
it = iter(Countdown(4))
for n in it:
    print(n)
    if n == 2:
        break
#> 3
#> 2
# --- turn
list(it)
#= [1, 0]
# --- turn
letters = iter('abcdef')
dict(zip(letters, letters))
#= {'a': 'b', 'c': 'd', 'e': 'f'}
# --- turn
calls = iter(Countdown(5).__next__, 2)
list(calls)
#= [4, 3]
