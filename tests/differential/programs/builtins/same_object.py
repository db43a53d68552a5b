"""Containers take an object for equal to itself; views of a dict are sets."""
nan = float("nan")
l = [nan]
print(nan in l, l.index(nan), l.count(nan), l == [nan], (nan,) == (nan,), {"a": nan} == {"a": nan}, nan in {nan}, {1: nan}.items() == {1: nan}.items())
l.remove(nan)
print(l, [float("nan")] == [float("nan")])
d = {"a": 1, "b": 2}
print(sorted({"a", "c"} | d.keys()), {"a", "z"} - d.keys(), {"a"} & d.keys(), sorted({"a", "z"} ^ d.keys()), d.keys() - {"a"}, {("a", 1)} & d.items())
