# Files that stay open, each at its place.
# --- turn
f = open('log.txt', 'w+')
f.write('first\nsecond\nthird\n')
#= 19
# --- turn
f.seek(0)
f.readline()
#= 'first\n'
# --- turn
g = open('log.txt')
lines = iter(g)
next(lines), f.tell()
#= ('first\n', 6)
# --- turn
f.readline(), next(lines)
#= ('second\n', 'second\n')
# --- turn
f.seek(0, 2)
f.write('fourth\n')
f.flush()
list(lines)
#= ['third\n', 'fourth\n']
# --- turn
g.close()
f.seek(6)
rest = f.read()
f.close()
rest
#= 'second\nthird\nfourth\n'
