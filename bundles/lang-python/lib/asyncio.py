# Coroutines that wait for time, for each other, and for nothing outside: an event loop of one thread.
import time
from heapq import heappop, heappush
from builtins import TimeoutError as _TimeoutError

TimeoutError = _TimeoutError
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class BrokenBarrierError(RuntimeError):
    pass


_loop = None
_pending = object()


class Handle:
    def __init__(self, f, args):
        self._f, self._args = f, args
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled


class _Loop:
    def __init__(self):
        self._ready = []
        self._timers = []
        self._n = 0
        self._stopped = self._closed = False

    def time(self):
        return time.monotonic()

    def call_soon(self, f, *args, context=None):
        h = Handle(f, args)
        self._ready.append(h)
        return h

    call_soon_threadsafe = call_soon

    def call_at(self, when, f, *args, context=None):
        h = Handle(f, args)
        self._n += 1
        heappush(self._timers, (when, self._n, h))
        return h

    def call_later(self, delay, f, *args, context=None):
        return self.call_at(self.time() + delay, f, *args)

    def create_future(self):
        return Future()

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, name=name)

    def is_running(self):
        return _loop is self

    def is_closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def stop(self):
        self._stopped = True

    def get_debug(self):
        return False

    def set_debug(self, on):
        pass

    def set_exception_handler(self, handler):
        pass

    async def run_in_executor(self, executor, f, *args):
        return f(*args)

    async def shutdown_asyncgens(self):
        pass

    def _once(self):
        timers = self._timers
        now = self.time()
        while timers and timers[0][0] <= now:
            self._ready.append(heappop(timers)[2])
        if not self._ready:
            while timers and timers[0][2]._cancelled:
                heappop(timers)
            if not timers:
                raise RuntimeError("every coroutine waits for something that nobody will do")
            # In whole milliseconds, as CPython waits: timers that are close to each other come together.
            time.sleep(-(-max(timers[0][0] - now, 0) * 1000 // 1) / 1000)
            return
        ready, self._ready = self._ready, []
        for h in ready:
            if not h._cancelled:
                h._f(*h._args)

    def run_forever(self):
        self._stopped = False
        while not self._stopped:
            self._once()

    def run_until_complete(self, future):
        global _loop
        if _loop is not None:
            raise RuntimeError("This event loop is already running")
        _loop = self
        try:
            future = ensure_future(future)
            while not future.done():
                self._once()
            return future.result()
        finally:
            _loop = None


AbstractEventLoop = BaseEventLoop = _Loop


class Future:
    def __init__(self, *, loop=None):
        self._result = _pending
        self._exception = None
        self._callbacks = []
        self._cancelled = False

    def done(self):
        return self._result is not _pending or self._exception is not None or self._cancelled

    def cancelled(self):
        return self._cancelled

    def result(self):
        if self._cancelled:
            raise CancelledError
        if self._exception is not None:
            raise self._exception
        if self._result is _pending:
            raise InvalidStateError("Result is not set.")
        return self._result

    def exception(self):
        if self._cancelled:
            raise CancelledError
        if not self.done():
            raise InvalidStateError("Exception is not set.")
        return self._exception

    def _finish(self):
        callbacks, self._callbacks = self._callbacks, []
        for f in callbacks:
            _running().call_soon(f, self)

    def set_result(self, result):
        if self.done():
            raise InvalidStateError("invalid state")
        self._result = result
        self._finish()

    def set_exception(self, exception):
        if self.done():
            raise InvalidStateError("invalid state")
        self._exception = exception() if isinstance(exception, type) else exception
        self._finish()

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancelled = True
        self._finish()
        return True

    def add_done_callback(self, f, *, context=None):
        if self.done():
            _running().call_soon(f, self)
        else:
            self._callbacks.append(f)

    def remove_done_callback(self, f):
        n = len(self._callbacks)
        self._callbacks = [c for c in self._callbacks if c != f]
        return n - len(self._callbacks)

    def get_loop(self):
        return _running()

    def __await__(self):
        if not self.done():
            yield self
        return self.result()

    __iter__ = __await__


class Task(Future):
    _count = 0

    def __init__(self, coro, *, loop=None, name=None):
        Future.__init__(self)
        Task._count += 1
        self._coro = coro
        self._name = name or "Task-%d" % Task._count
        self._waits = None
        self._must_cancel = False
        self._asked = 0
        _tasks.append(self)
        _running().call_soon(self._step)

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = str(name)

    def get_coro(self):
        return self._coro

    def cancelling(self):
        return self._asked

    def uncancel(self):
        self._asked = max(self._asked - 1, 0)
        return self._asked

    def cancel(self, msg=None):
        if self.done():
            return False
        self._asked += 1
        if self._waits is not None and self._waits.cancel():
            return True
        self._must_cancel = True
        return True

    def _wake(self, future):
        self._step()

    def _step(self):
        global _current
        if self.done():
            return
        self._waits = None
        before, _current = _current, self
        try:
            if self._must_cancel:
                self._must_cancel = False
                waits = self._coro.throw(CancelledError())
            else:
                waits = self._coro.send(None)
        except StopIteration as e:
            self._result = e.value
        except CancelledError:
            self._cancelled = True
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as e:
            self._exception = e
        else:
            if isinstance(waits, Future):
                self._waits = waits
                waits.add_done_callback(self._wake)
                if self._must_cancel and waits.cancel():
                    self._must_cancel = False
            else:
                _running().call_soon(self._step)
            return
        finally:
            _current = before
        _tasks.remove(self)
        self._finish()

    def __repr__(self):
        state = "cancelled" if self._cancelled else "finished" if self.done() else "pending"
        return "<Task %s name=%r>" % (state, self._name)


_tasks = []
_current = None


def _running():
    if _loop is None:
        raise RuntimeError("no running event loop")
    return _loop


get_running_loop = _running


def get_event_loop():
    return _loop if _loop is not None else new_event_loop()


def new_event_loop():
    return _Loop()


def set_event_loop(loop):
    pass


def current_task(loop=None):
    _running()
    return _current


def all_tasks(loop=None):
    return set(_tasks)


def create_task(coro, *, name=None, context=None):
    _running()
    return Task(coro, name=name)


def iscoroutine(x):
    return hasattr(x, "send") and hasattr(x, "throw")


def iscoroutinefunction(f):
    from inspect import iscoroutinefunction

    return iscoroutinefunction(f)


def isfuture(x):
    return isinstance(x, Future)


async def _await(x):
    return await x


def ensure_future(x, *, loop=None):
    if isinstance(x, Future):
        return x
    if iscoroutine(x):
        return Task(x)
    if hasattr(type(x), "__await__"):
        return Task(_await(x))
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


def run(main, *, debug=None, loop_factory=None):
    if _loop is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not iscoroutine(main):
        raise ValueError("a coroutine was expected, got %r" % (main,))
    loop = _Loop()
    try:
        return loop.run_until_complete(main)
    finally:
        _finish_tasks(loop)


def _finish_tasks(loop):
    left = [t for t in _tasks if not t.done()]
    if left:

        async def cancel_all():
            for t in left:
                t.cancel()
            await gather(*left, return_exceptions=True)

        loop.run_until_complete(cancel_all())
    del _tasks[:]


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._loop = _Loop()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        _finish_tasks(self._loop)

    def get_loop(self):
        return self._loop

    def run(self, coro, *, context=None):
        return self._loop.run_until_complete(coro)


class _Yield:
    def __await__(self):
        yield None

    __iter__ = __await__


async def sleep(delay, result=None):
    if delay <= 0:
        await _Yield()
        return result
    f = Future()
    h = _running().call_later(delay, lambda: None if f.done() else f.set_result(None))
    try:
        await f
    finally:
        h.cancel()
    return result


async def sleep_ms(ms):
    await sleep(ms / 1000)


class _Gather(Future):
    def __init__(self, children):
        Future.__init__(self)
        self._children = children

    def cancel(self, msg=None):
        if self.done():
            return False
        any_ = False
        for c in self._children:
            any_ = c.cancel() or any_
        self._wanted = True
        return any_


def gather(*aws, return_exceptions=False):
    seen = {}
    children = []
    for a in aws:
        if id(a) not in seen:
            seen[id(a)] = ensure_future(a)
        children.append(seen[id(a)])
    outer = _Gather(list(seen.values()))
    left = [len(outer._children)]

    def done(f):
        left[0] -= 1
        if outer.done():
            return
        if not return_exceptions:
            if f._cancelled:
                outer.set_exception(CancelledError())
                return
            if f._exception is not None:
                outer.set_exception(f._exception)
                return
        if not left[0]:
            if getattr(outer, "_wanted", False):
                outer.set_exception(CancelledError())
                return
            outer.set_result([CancelledError() if c._cancelled else c._exception if c._exception is not None else c._result for c in children])

    if not children:
        outer.set_result([])
    for c in outer._children:
        c.add_done_callback(done)
    return outer


async def wait_for(aw, timeout):
    if timeout is None:
        return await aw
    f = ensure_future(aw)
    late = []

    def on_timeout():
        if not f.done():
            late.append(1)
            f.cancel()

    h = _running().call_later(timeout, on_timeout)
    try:
        return await f
    except CancelledError:
        if late:
            raise TimeoutError
        f.cancel()
        raise
    finally:
        h.cancel()


async def wait(aws, *, timeout=None, return_when=ALL_COMPLETED):
    fs = list(aws)
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if any([iscoroutine(f) for f in fs]):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    event = Event()

    def done(f):
        if return_when == FIRST_COMPLETED or all([x.done() for x in fs]) or return_when == FIRST_EXCEPTION and not f._cancelled and f._exception is not None:
            event.set()

    for f in fs:
        f.add_done_callback(done)
    try:
        await wait_for(event.wait(), timeout)
    except TimeoutError:
        pass
    for f in fs:
        f.remove_done_callback(done)
    return set([f for f in fs if f.done()]), set([f for f in fs if not f.done()])


def as_completed(aws, *, timeout=None):
    q = Queue()
    fs = [ensure_future(a) for a in aws]
    for f in fs:
        f.add_done_callback(q.put_nowait)

    async def one():
        return (await wait_for(q.get(), timeout)).result()

    for _ in fs:
        yield one()


def shield(aw):
    inner = ensure_future(aw)
    outer = Future()

    def done(f):
        if not outer.done():
            if f._cancelled:
                outer.cancel()
            elif f._exception is not None:
                outer.set_exception(f._exception)
            else:
                outer.set_result(f._result)

    inner.add_done_callback(done)
    return outer


async def to_thread(f, *args, **kwargs):
    return f(*args, **kwargs)


class timeout:
    def __init__(self, delay):
        self._delay = delay
        self._expired = False

    async def __aenter__(self):
        self._task = _current
        self._handle = None
        if self._delay is not None:
            self._handle = _running().call_later(self._delay, self._late)
        return self

    def _late(self):
        self._expired = True
        self._task.cancel()

    def expired(self):
        return self._expired

    def reschedule(self, when):
        if self._handle:
            self._handle.cancel()
        self._handle = _running().call_at(when, self._late)

    async def __aexit__(self, t, v, tb):
        if self._handle:
            self._handle.cancel()
        if self._expired and t is not None and issubclass(t, CancelledError):
            self._task.uncancel()
            raise TimeoutError


def timeout_at(when):
    return timeout(None if when is None else when - _running().time())


class TaskGroup:
    def __init__(self):
        self._tasks = []
        self._errors = []
        self._parent = None

    async def __aenter__(self):
        self._parent = _current
        return self

    def create_task(self, coro, *, name=None, context=None):
        t = create_task(coro, name=name)
        self._tasks.append(t)
        t.add_done_callback(self._done)
        return t

    def _done(self, t):
        if not t._cancelled and t._exception is not None:
            self._errors.append(t._exception)
            for other in self._tasks:
                if not other.done():
                    other.cancel()
            if not self._leaving:
                self._parent.cancel()

    _leaving = False

    async def __aexit__(self, t, v, tb):
        self._leaving = True
        if t is not None:
            for other in self._tasks:
                other.cancel()
        while not all([x.done() for x in self._tasks]):
            await wait([x for x in self._tasks if not x.done()])
        await _Yield()
        if t is not None and not issubclass(t, CancelledError):
            self._errors.append(v)
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)


class _Waiters:
    def __init__(self):
        self._waiters = []

    async def _wait(self):
        f = Future()
        self._waiters.append(f)
        try:
            await f
        finally:
            if f in self._waiters:
                self._waiters.remove(f)

    def _wake(self, n=1):
        for f in self._waiters:
            if n <= 0:
                break
            if not f.done():
                f.set_result(None)
                n -= 1


class Event(_Waiters):
    _set = False

    def is_set(self):
        return self._set

    def set(self):
        self._set = True
        self._wake(len(self._waiters))

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            await self._wait()
        return True


class _With:
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, t, v, tb):
        self.release()


class Lock(_Waiters, _With):
    _locked = False

    def locked(self):
        return self._locked

    async def acquire(self):
        while self._locked:
            await self._wait()
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake()


class Semaphore(_Waiters, _With):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        _Waiters.__init__(self)
        self._value = self._first = value

    def locked(self):
        return self._value == 0

    async def acquire(self):
        while not self._value:
            await self._wait()
        self._value -= 1
        return True

    def release(self):
        self._value += 1
        self._wake()


class BoundedSemaphore(Semaphore):
    def release(self):
        if self._value >= self._first:
            raise ValueError("BoundedSemaphore released too many times")
        Semaphore.release(self)


class Condition(_Waiters, _With):
    def __init__(self, lock=None):
        _Waiters.__init__(self)
        self._lock = lock or Lock()
        self.locked, self.acquire, self.release = self._lock.locked, self._lock.acquire, self._lock.release

    async def wait(self):
        self.release()
        try:
            await self._wait()
        finally:
            await self.acquire()
        return True

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        self._wake(n)

    def notify_all(self):
        self._wake(len(self._waiters))


class Barrier:
    def __init__(self, parties):
        self.parties = parties
        self.n_waiting = 0
        self._event = Event()

    async def wait(self):
        n = self.n_waiting
        self.n_waiting += 1
        if self.n_waiting == self.parties:
            self._event.set()
            self._event = Event()
            self.n_waiting = 0
        else:
            await self._event.wait()
        return n


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._items = []
        self._getters, self._putters = _Waiters(), _Waiters()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()

    maxsize = property(lambda self: self._maxsize)

    def _put(self, item):
        self._items.append(item)

    def _get(self):
        return self._items.pop(0)

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self._maxsize <= len(self._items)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._finished.clear()
        self._getters._wake()

    async def put(self, item):
        while self.full():
            await self._putters._wait()
        self.put_nowait(item)

    def get_nowait(self):
        if not self._items:
            raise QueueEmpty
        item = self._get()
        self._putters._wake()
        return item

    async def get(self):
        while not self._items:
            await self._getters._wait()
        return self.get_nowait()

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if not self._unfinished:
            self._finished.set()

    async def join(self):
        await self._finished.wait()


class PriorityQueue(Queue):
    def _put(self, item):
        heappush(self._items, item)

    def _get(self):
        return heappop(self._items)


class LifoQueue(Queue):
    def _get(self):
        return self._items.pop()
