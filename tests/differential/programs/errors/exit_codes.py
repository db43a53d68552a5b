import sys
print("working")
if len(sys.argv) < 2:
    print("usage: prog FILE", file=sys.stderr)
    sys.exit(3)
