class Stack:
    def __init__(self, *items): self._d = list(items)
    def push(self, x): self._d.append(x); return self
    def pop(self):
        if not self._d: raise IndexError("pop from empty stack")
        return self._d.pop()
    def __len__(self): return len(self._d)
    def __bool__(self): return bool(self._d)
    def __str__(self): return "Stack[" + ", ".join(map(str, self._d)) + "]"
    __repr__ = __str__
s = Stack(1).push(2).push("x"); print(s, len(s), s.pop(), bool(Stack()), [s])
try: Stack().pop()
except IndexError as e: print(e)
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, ij): i, j = ij; return self.rows[i][j]
    def __setitem__(self, ij, v): i, j = ij; self.rows[i][j] = v
    def __eq__(self, o): return self.rows == o.rows
    def __pow__(self, n): r = self; [r := r @ self for _ in range(n - 1)]; return r
    def __str__(self): return "\n".join(" ".join(f"{x:3}" for x in r) for r in self.rows)
m = Matrix([[1, 1], [1, 0]]); print(m @ m, m ** 8, m[0, 1], sep="\n"); m[1, 1] = 9; print(m == Matrix([[1, 1], [1, 9]]))
def balanced(t):
    st = Stack()
    for c in t:
        if c in "([{": st.push(c)
        elif c in ")]}":
            if not st or st.pop() + c not in ("()", "[]", "{}"): return False
    return not st
print([balanced(t) for t in ("([]{})", "(]", "((", "")])
