"""Shallow and deep copies of a scene with shared and cyclic parts."""
import copy


class Node:
    def __init__(self, name, parent=None):
        self.name, self.parent, self.children, self.meta = name, parent, [], {"tags": []}
        if parent:
            parent.children.append(self)

    def __repr__(self):
        return f"{self.name}({', '.join(map(repr, self.children))})"


class Handle:
    def __init__(self, number):
        self.number = number

    def __copy__(self):
        return Handle(self.number + 1)

    def __deepcopy__(self, memo):
        memo[id(self)] = self
        return self


root = Node("root")
arm = Node("arm", root)
Node("hand", arm)
shallow, deep = copy.copy(root), copy.deepcopy(root)
Node("leg", root)
root.meta["tags"].append("hero")
print(root, shallow, deep)
print(shallow.meta["tags"], deep.meta["tags"], deep.children[0].parent is deep, shallow.children[0].parent is root)
shared = [1]
pair = copy.deepcopy({"a": shared, "b": shared, "t": (shared, 2)})
pair["a"].append(9)
print(pair, shared, pair["t"][0] is pair["b"])
h = Handle(1)
print(copy.copy(h).number, copy.deepcopy([h])[0] is h)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again, again[1] is again, copy.copy((1, [2])) == (1, [2]), copy.deepcopy((1, "a")))
row = [[0] * 2] * 2
fixed = [list(r) for r in row]
row[0][0] = fixed[1][1] = 5
print(row, fixed, copy.deepcopy(print) is print, copy.copy({1, 2}))
