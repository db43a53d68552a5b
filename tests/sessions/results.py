# What is told of a value.
# --- turn
None
# --- turn
'text with "quotes" and \n'
#= 'text with "quotes" and \n'
# --- turn
_
#= 'text with "quotes" and \n'
# --- turn
[1.5, True, None, {'k': (1, 2)}]
#= [1.5, True, None, {'k': (1, 2)}]
# --- turn
x = 5; x * 2
#= 10
# --- turn
class Odd:
    def __repr__(self):
        raise ValueError('no repr')
Odd()
#! ValueError: no repr
