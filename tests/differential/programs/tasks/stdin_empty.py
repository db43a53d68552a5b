import sys
data = sys.stdin.read()
print(repr(data), len(sys.argv), sys.argv[0])
try: input()
except EOFError as e: print("EOFError", e)
