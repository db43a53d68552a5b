# Source that is compiled and thrown away.
# limits: fuel=50000000
source = "def f(x):\n" + "    x = x + 1\n" * 200
while True:
    exec(source)
