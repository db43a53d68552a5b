class Node:
    def __init__(self, v, nxt=None): self.v, self.next = v, nxt
    def __iter__(self):
        n = self
        while n: yield n.v; n = n.next
def build(a):
    h = None
    for x in reversed(a): h = Node(x, h)
    return h
def rev(h):
    p = None
    while h: h.next, p, h = p, h, h.next
    return p
h = build([1, 2, 3, 4]); print(list(h), list(rev(h)))
def middle(h):
    s = f = h
    while f and f.next: s, f = s.next, f.next.next
    return s.v
print(middle(build("abcde")), middle(build("abcd")))
