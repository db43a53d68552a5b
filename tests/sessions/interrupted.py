# A turn that used up its fuel.
# --- turn
done, handled = [], []
# --- turn {"limits": {"fuel": 3000000}}
try:
    while True:
        done.append(len(done))
finally:
    handled.append('finally')
#! out_of_fuel: the run was stopped after 3000000 units of fuel (limit fuel)
# --- turn
handled, len(done) > 1000, done == list(range(len(done)))
#= ([], True, True)
# --- turn {"limits": {"wall_ms": 2000}}
import time
try:
    time.sleep(60)
except BaseException:
    handled.append('except')
#! timeout: the run was stopped after 2000 ms of wall-clock time (limit wall_ms)
# --- turn
done.append('after')
handled, done[-1]
#= ([], 'after')
# --- turn
sum(range(1000))
#= 499500
