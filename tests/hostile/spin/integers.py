# Reading a number of a million digits takes a million squared.
# limits: fuel=50000000
print(int("7" * 1000000) % 10)
