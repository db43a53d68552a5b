# Standard error in pieces and at once, more than is kept, and then a traceback of its own.
# limits: stderr_bytes=400 stdout_bytes=0
import sys
for n in range(2000):
    sys.stderr.write("warning %d\n" % n)
    print("nobody keeps this")
sys.stderr.write("x" * 1000000)
raise ValueError("the end of it")
