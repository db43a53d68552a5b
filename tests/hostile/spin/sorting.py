# A key that changes its mind, so that nothing is ever in order.
# limits: fuel=50000000
flip = [0]
def key(x):
    flip[0] = flip[0] * 1103515245 + 12345 & 0x7fffffff
    return flip[0]
while True:
    list(range(5000)).sort(key=key)
