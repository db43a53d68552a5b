import operator as op
print(op.add(1, 2), op.mul(3, 4), op.itemgetter(1)([5, 6]), op.itemgetter(0, 2)("abc"), op.attrgetter("real")(3), op.methodcaller("upper")("x"))
print(op.contains([1], 1), op.countOf([1, 2, 1], 1), op.indexOf([5, 6], 6), op.not_(0), op.truth([]), op.neg(3), op.floordiv(7, 2), op.concat([1], [2]))
x = [1]; print(op.iadd(x, [2]), x, op.length_hint([1, 2]), op.xor(5, 1), op.inv(0))
d = {}; op.setitem(d, "a", 1); print(d, op.getitem(d, "a")); op.delitem(d, "a"); print(d)
people = [("bo", 30), ("al", 25), ("cy", 30)]
print(sorted(people, key=op.itemgetter(1, 0)), op.itemgetter(slice(1, 3))([1, 2, 3, 4]))
