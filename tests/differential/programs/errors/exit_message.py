import sys
data = {"a": 1}
print(sorted(data))
sys.exit("fatal: no data for 'b'")
