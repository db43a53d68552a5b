# Contexts, and what outlives them.
# --- turn
order = []
class Room:
    def __init__(self, name): self.name = name
    def __enter__(self):
        order.append('in ' + self.name)
        return self
    def __exit__(self, kind, error, trace):
        order.append('out ' + self.name)
        return kind is KeyError
# --- turn
with Room('a') as a, Room('b'):
    order.append('work')
order
#= ['in a', 'in b', 'work', 'out b', 'out a']
# --- turn
with Room('c'):
    {}['missing']
order[-1]
#= 'out c'
# --- turn
with Room('d'):
    1 / 0
#! ZeroDivisionError: division by zero
# --- turn
from contextlib import contextmanager
@contextmanager
def tag(name):
    print('<' + name + '>')
    yield name
    print('</' + name + '>')
with tag('p') as kept:
    print('text')
#> <p>
#> text
#> </p>
# --- turn
kept, order[-2:], a.name
#= ('p', ['in d', 'out d'], 'a')
