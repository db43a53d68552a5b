# Threads, one after the other. One that was started runs when somebody waits: for it, an event, a lock, an item
# of a queue, or by sleeping. One that waits for what can no longer come ends there.
import atexit
import sys
import time
from collections import deque as _deque

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError
_ready = _deque()


class _Stuck(BaseException):
    pass


class BrokenBarrierError(RuntimeError):
    pass


def _step():
    if _ready:
        _ready.popleft()._bootstrap()


# Whether it is so, after all has run that could make it so.
def _run_until(done):
    while not done():
        if not _ready:
            return False
        _step()
    return True


def _wait(done, forever=True):
    if _run_until(done):
        return True
    if not forever:
        return False
    if _current[-1] is not _main:
        raise _Stuck
    raise RuntimeError("deadlock: one thread only, and nobody is left to end this wait")


# The program sleeps: time.py.
def _run_others():
    if len(_current) == 1:
        _run_until(lambda: False)


class Thread:
    _n = 0

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if name is None:
            Thread._n += 1
            name = "Thread-%d" % Thread._n
            if target is not None:
                name += " (%s)" % getattr(target, "__name__", "")
        self.name = str(name)
        self._target = target
        self._args = args
        self._kwargs = kwargs or {}
        self.daemon = _current[-1].daemon if daemon is None else daemon
        self.ident = None
        self._state = 0  # 1 started, 2 runs, 3 over

    @property
    def native_id(self):
        return self.ident

    def start(self):
        if self._state:
            raise RuntimeError("threads can only be started once")
        self._state = 1
        self.ident = id(self)
        _ready.append(self)

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def _bootstrap(self):
        self._state = 2
        _current.append(self)
        try:
            self.run()
        except (SystemExit, _Stuck):
            pass
        except Exception as e:
            excepthook(ExceptHookArgs((type(e), e, e.__traceback__, self)))
        finally:
            _current.pop()
            self._state = 3

    def join(self, timeout=None):
        if not self._state:
            raise RuntimeError("cannot join thread before it is started")
        if self is _current[-1]:
            raise RuntimeError("cannot join current thread")
        _wait(lambda: self._state == 3, timeout is None)

    def is_alive(self):
        alive = 0 < self._state < 3
        if self is not _current[-1]:
            _step()  # so that asking again and again comes to an end
        return alive

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemon):
        self.daemon = daemon

    def __repr__(self):
        state = ("initial", "started", "started", "stopped")[self._state]
        return "<%s(%s, %s%s %s)>" % (type(self).__name__, self.name, state, " daemon" if self.daemon else "", self.ident)


class _MainThread(Thread):
    def __init__(self):
        self.name = "MainThread"
        self.daemon = False
        self.ident = 1
        self._state = 2


class ExceptHookArgs:
    def __init__(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args


def excepthook(args):
    sys.stderr.write("Exception in thread %s:\n" % args.thread.name)
    sys.print_exception(args.exc_value, sys.stderr)


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args or []
        self.kwargs = kwargs or {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        if not self.finished.is_set():
            time.sleep(self.interval)
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _Lock:
    _again = False  # whether the owner may acquire it once more

    def __init__(self):
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = _current[-1]
        free = lambda: not self._count or self._again and self._owner is me
        if not free() and not (blocking and _wait(free, timeout < 0)):
            return False
        self._owner = me
        self._count += 1
        return True

    def release(self):
        if self._again and self._owner is not _current[-1]:
            raise RuntimeError("cannot release un-acquired lock")
        if not self._count:
            raise RuntimeError("release unlocked lock")
        self._count -= 1
        if not self._count:
            self._owner = None

    def locked(self):
        return self._count > 0

    def __enter__(self):
        self.acquire()
        return True

    def __exit__(self, *exc):
        self.release()

    def __repr__(self):
        return "<%s _thread.%s object at %s>" % ("locked" if self._count else "unlocked", "RLock" if self._again else "lock", hex(id(self)))


class _RLock(_Lock):
    _again = True


# As in CPython, these two are functions.
def Lock():
    return _Lock()


def RLock():
    return _RLock()


class Condition:
    def __init__(self, lock=None):
        self._lock = lock = lock or _RLock()
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        self._lock.__exit__()

    def wait(self, timeout=None):
        lock = self._lock
        if lock._owner is not _current[-1]:
            raise RuntimeError("cannot wait on un-acquired lock")
        token = [False]
        self._waiters.append(token)
        count, lock._count = lock._count, 0
        try:
            return _wait(lambda: token[0], timeout is None)
        finally:
            if token in self._waiters:
                self._waiters.remove(token)
            lock._owner, lock._count = _current[-1], count

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        while not result and (self.wait(timeout) or timeout is None):
            result = predicate()
        return result or predicate()

    def notify(self, n=1):
        if self._lock._owner is not _current[-1]:
            raise RuntimeError("cannot notify on un-acquired lock")
        for token in self._waiters[:n]:
            token[0] = True
        del self._waiters[:n]

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return _wait(self.is_set, timeout is None)

    def __repr__(self):
        return "<threading.Event at %s: %sset>" % (hex(id(self)), "" if self._flag else "un")


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = self._most = value

    def acquire(self, blocking=True, timeout=None):
        if not self._value and not (blocking and _wait(lambda: self._value, timeout is None)):
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()


class BoundedSemaphore(Semaphore):
    def release(self, n=1):
        if self._value + n > self._most:
            raise ValueError("Semaphore released too many times")
        super().release(n)


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self.parties = parties
        self._action = action
        self.n_waiting = self._round = 0
        self.broken = False

    def wait(self, timeout=None):
        if self.broken:
            raise BrokenBarrierError
        at = self._round
        index = self.n_waiting
        self.n_waiting += 1
        if self.n_waiting == self.parties:
            if self._action is not None:
                self._action()
            self.n_waiting = 0
            self._round += 1
        elif not _wait(lambda: self.broken or self._round != at, timeout is None) or self.broken:
            self.broken = True
            raise BrokenBarrierError
        return index

    def reset(self):
        self.n_waiting = 0
        self.broken = False

    def abort(self):
        self.broken = True


class local:
    def __init__(self, /, *args, **kwargs):
        pass

    def _mine(self):
        return self.__dict__.setdefault(_current[-1], {})

    def __getattr__(self, name):
        mine = self._mine()
        if name not in mine:
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
        return mine[name]

    def __setattr__(self, name, value):
        self._mine()[name] = value

    def __delattr__(self, name):
        if self._mine().pop(name, self) is self:
            raise AttributeError(name)


def current_thread():
    return _current[-1]


currentThread = current_thread


def main_thread():
    return _main


def enumerate():
    return [_main] + [t for t in _current[1:] + list(_ready) if isinstance(t, Thread)]


def active_count():
    return len(enumerate())


activeCount = active_count


def get_ident():
    return _current[-1].ident


get_native_id = get_ident


def stack_size(size=0):
    return 0


def settrace(func):
    pass


setprofile = settrace


def _shutdown():
    while _ready:
        t = _ready.popleft()
        if not t.daemon:
            t._bootstrap()


_main = _MainThread()
_current = [_main]  # those that run, each but the last waiting for the next
