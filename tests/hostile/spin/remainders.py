# A division of numbers of megabytes, in one operation.
# limits: fuel=50000000
x = (1 << 8000000) - 1
print(x % ((1 << 4000000) - 3))
