x = "global"
def f():
    x = "local"
    def g():
        nonlocal x; x = "changed"; return x
    return g(), x
print(f(), x)
def h():
    global x; x = "set"
h(); print(x, "x" in globals(), [x for x in range(2)], x)
def bad():
    print(y); y = 1
try: bad()
except UnboundLocalError as e: print(type(e).__name__, e)
def defaults(a, b=[]): b.append(a); return b
print(defaults(1), defaults(2)); del x
try: x
except NameError as e: print(e)
for i in range(3): pass
else: print("else ran", i)
while True:
    break
else: print("never")
print((lambda: (yield))().__class__.__name__, eval("1+2"), type(exec("z=5")), z)
