import copy
a = [1, [2, 3], {"k": [4]}]
b = copy.copy(a); c = copy.deepcopy(a)
a[1].append(9); a[2]["k"].append(8)
print(b, c, b[1] is a[1], c[1] is a[1])
class Node:
    def __init__(self, v): self.v = v; self.next = None
n = Node([1]); n.next = n
m = copy.deepcopy(n); print(m.next is m, m.v == n.v, m.v is n.v)
class C:
    def __init__(self): self.x = [1]
    def __copy__(self): print("__copy__"); return "copied"
    def __deepcopy__(self, memo): print("__deepcopy__"); return "deep"
print(copy.copy(C()), copy.deepcopy(C()), copy.deepcopy((1, 2)), copy.copy({1, 2}) == {1, 2})
l = [0]; l.append(l); d = copy.deepcopy(l); print(d[1] is d, d)
