# Raises and catches at the bottom of as many calls as there may be.
# limits: fuel=20000000
def down(depth):
    if depth:
        down(depth - 1)
    while not depth:
        try:
            raise ValueError
        except ValueError:
            pass
down(900)
