from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d.maxlen, d[0], d[-1], 3 in d)
d.rotate(2); print(list(d))
d.rotate(-1); print(list(d))
d.extend([7, 8]); d.extendleft([9]); print(d)
q = deque("abc")
while q:
    print(q.popleft(), end=" ")
print(len(q))
try:
    q.pop()
except IndexError as e:
    print(e)
x = deque([1, 2, 2, 3]); x.remove(2); x.insert(1, "i"); x.reverse()
print(x, x.count(2), x.index("i"), x == deque([3, 2, "i", 1]), list(reversed(x)), x + deque([4]))
