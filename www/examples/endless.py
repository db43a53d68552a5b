# Never ends by itself. Stop it with Esc, or let a limit do it.
import sys

n = 0
while True:
    n += 1
    if n % 500_000 == 0:
        print(f"{n:,} and counting")
        sys.stdout.flush()
