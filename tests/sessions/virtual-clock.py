# Time goes on, and stands between turns.
# --- turn
import time
start = time.time()
int(start) == 1_700_000_000
#= True
# --- turn
before = time.monotonic()
time.sleep(1.5)
round(time.monotonic() - before, 2)
#= 1.5
# --- turn
round(time.time() - start, 1)
#= 1.5
# --- turn
time.sleep(3600)
#! timeout: the run was stopped after 10000 ms of wall-clock time (limit wall_ms)
# --- turn
11 < time.time() - start < 12
#= True
# --- turn
time.gmtime(int(start))[:6], time.monotonic() > before
#= ((2023, 11, 14, 22, 13, 20), True)
