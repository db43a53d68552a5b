# Cells that are shared.
# --- turn
def counter(start):
    n = start
    def up(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return up, get
up, get = counter(10)
# --- turn
up(), up(5)
#= (11, 16)
# --- turn
get()
#= 16
# --- turn
adders = [lambda x, k=k: x + k for k in range(3)]
late = [lambda: k for k in range(3)]
[f(10) for f in adders], [f() for f in late]
#= ([10, 11, 12], [2, 2, 2])
# --- turn
def compose(*fs):
    def composed(x):
        for f in fs:
            x = f(x)
        return x
    return composed
all_three = compose(*adders)
up(all_three(0))
#= 19
# --- turn
all_three(get()), get()
#= (22, 19)
