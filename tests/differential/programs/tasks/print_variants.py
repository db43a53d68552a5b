print("a", "b", sep="-", end="!\n"); print(); print(*[1, 2], sep=", "); print("x" * 3, [], {}, (), None, True, 1.0, b"b", {1}, set(), frozenset(), range(3), ..., int, print)
print("multi\nline")
print(type(1), type("").__name__, type([]), type(None), type(lambda: 0).__name__, type(type), isinstance(True, int), callable(len), id(1) == id(1))
print(f"{'a':>3}{'b':<3}|", "%-10s|" % "left", "{:^10}|".format("mid"), "é".ljust(3, "."), "日本".center(6, "*"), sep="")
