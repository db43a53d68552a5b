# Taking from the wrong end, with all that is behind moved up each time.
# limits: fuel=50000000
x = list(range(400000))
while x:
    x.insert(0, x.pop())
    del x[0:1]
    x.append(1)
