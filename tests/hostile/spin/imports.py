# A module that is imported anew each time.
# limits: fuel=50000000
import sys
with open("empty.py", "w") as f:
    f.write("x = [1, 2, 3]\n")
sys.path.append("/workspace")
while True:
    import empty
    del sys.modules["empty"]
