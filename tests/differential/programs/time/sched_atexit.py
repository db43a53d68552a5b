import atexit, sched, threading, time
s = sched.scheduler(time.time, time.sleep); s.enter(0.02, 1, print, ("second",)); s.enter(0.01, 1, print, argument=("first",), kwargs={"end": "!\n"}); s.run(); print(s.empty())
atexit.register(print, "bye", "now")
@atexit.register
def last(): print("first of the last")
t = threading.Thread(target=lambda: print("left to run")); t.start()
