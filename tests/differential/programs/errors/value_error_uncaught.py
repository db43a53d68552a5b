print(int("41") + 1)
print(int("forty"))
