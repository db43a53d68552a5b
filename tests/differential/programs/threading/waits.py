import queue
import threading

# counter
n = 0
lock = threading.Lock()
def work(k):
    global n
    for _ in range(k):
        with lock: n += 1
ts = [threading.Thread(target=work, args=(100,)) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(n, ts[0].name, ts[0].is_alive())
# producer / consumer
q = queue.Queue(maxsize=2); out = []
def consumer():
    while True:
        x = q.get()
        if x is None: q.task_done(); break
        out.append(x * 2); q.task_done()
def producer():
    for i in range(5): q.put(i)
    q.put(None)
c = threading.Thread(target=consumer); p = threading.Thread(target=producer)
c.start(); p.start(); p.join(); c.join(); q.join()
print(out)
p = threading.Thread(target=producer); c = threading.Thread(target=consumer)
p.start(); c.start(); p.join(); c.join()
print(out)
# daemon workers
jobs = queue.Queue(); done = []
def worker():
    while True:
        j = jobs.get(); done.append(j); jobs.task_done()
for _ in range(3): threading.Thread(target=worker, daemon=True).start()
for i in range(6): jobs.put(i)
jobs.join(); print(sorted(done))
# event, condition, semaphore, barrier
e = threading.Event(); log = []
def waiter(): e.wait(); log.append("go")
t = threading.Thread(target=waiter); t.start(); log.append("set"); e.set(); t.join(); print(log, e.is_set(), e.wait(0.01))
cond = threading.Condition(); items = []
def cons():
    with cond:
        while not items: cond.wait()
        print("got", items.pop())
t = threading.Thread(target=cons); t.start()
with cond: items.append(7); cond.notify()
t.join()
sem = threading.BoundedSemaphore(2)
with sem: print(sem.acquire(blocking=False), sem.acquire(blocking=False))
sem.release()
try: sem.release(); sem.release()
except ValueError as x: print(x)
b = threading.Barrier(3); seen = []
def at(i): seen.append(i); b.wait(); seen.append(i + 10)
ts = [threading.Thread(target=at, args=(i,)) for i in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]; print(sorted(seen))
# errors
try: ts[0].start()
except RuntimeError as x: print(x)
try: threading.Thread().join()
except RuntimeError as x: print(x)
try: lock.release()
except RuntimeError as x: print(x)
r = threading.RLock()
with r:
    with r: print("again", threading.current_thread().name, threading.main_thread() is threading.current_thread())
class T(threading.Thread):
    def __init__(self, x): super().__init__(name="mine"); self.x = x; self.result = None
    def run(self): self.result = self.x ** 2
t = T(9); t.start(); t.join(); print(t.result, t.name, t.daemon)
loc = threading.local(); loc.x = 1
def f(): print(hasattr(loc, "x")); loc.x = 2
t = threading.Thread(target=f); t.start(); t.join(); print(loc.x)
tm = threading.Timer(0.01, lambda: print("timer")); tm.start(); tm.join()
tm = threading.Timer(0.01, lambda: print("never")); tm.start(); tm.cancel(); tm.join()
from time import sleep
results = []
def slow(n): sleep(0.001 * n); results.append(n)
for n in (1, 2): threading.Thread(target=slow, args=(n,)).start()
sleep(0.05); print(results)
poll = threading.Thread(target=slow, args=(3,)); poll.start()
while poll.is_alive(): sleep(0.001)
print(results)
def boom(): raise ValueError("in a thread")
t = threading.Thread(target=boom, name="bad"); t.start(); t.join(); print("joined", t.is_alive())
