# Exits, over and over, and never goes.
# limits: fuel=20000000
import sys
left = 0
while True:
    try:
        sys.exit(left)
    except SystemExit:
        left += 1
    finally:
        if left == 1000:
            print(left)
        continue
