"""What functions written in C say of themselves."""
import math

for f in (len, max, sorted, print, math.sqrt, abs):
    print(f, f.__name__, f.__qualname__)
print(str.upper, list.append.__qualname__, dict.get.__name__)
for f in (sum, min, max):
    print(f"{f.__name__}([3, 1, 2]) = {f([3, 1, 2])}")
try:
    print(10.0 ** 400)
except OverflowError as e:
    print(e.args, e)
