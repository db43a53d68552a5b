# Sleeps that no clock can measure, each of them refused or over at once; at last the longest.
# limits: wall_ms=5000
import time
for seconds in (-1, -1e300, 0, 1e-300, float("nan"), True, None, "1", 1e300, float("inf"), 2**63, 2**200, -(2**200)):
    before = time.monotonic()
    try:
        if seconds not in (1e300, float("inf"), 2**63, 2**200):
            time.sleep(seconds)
            print(seconds, "slept", round(time.monotonic() - before))
    except (ValueError, TypeError, OverflowError) as error:
        print(seconds, type(error).__name__)
for moment in (1e18, -1e18, 2**62, -(2**62), float("nan"), float("inf"), 2**64):
    try:
        print(moment, time.gmtime(moment)[0])
    except (ValueError, OverflowError, OSError) as error:
        print(moment, type(error).__name__)
try:
    time.sleep(float("inf"))
except (ValueError, OverflowError) as error:
    print("inf", type(error).__name__)
time.sleep(1e9)
print("never seen")
