# Coroutines that wait for time, for each other, and for nothing outside: an event loop of one thread.
import _hognose
import sys
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
        self._handler = None
        self._failed = []

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
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, loop=self, name=name, context=context)

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

    def get_exception_handler(self):
        return self._handler

    def set_exception_handler(self, handler):
        self._handler = handler

    def call_exception_handler(self, context):
        if self._handler is not None:
            self._handler(self, context)
        else:
            self.default_exception_handler(context)

    def default_exception_handler(self, context):
        import sys
        from traceback import print_exception

        print(context["message"], file=sys.stderr)
        if "future" in context:
            print("future:", repr(context["future"]), file=sys.stderr)
        if context.get("exception") is not None:
            print_exception(context["exception"])

    # Exceptions that nobody has asked for.
    def _tell(self):
        failed, self._failed = self._failed, []
        for t in failed:
            if not t._told:
                self.call_exception_handler({"message": "Task exception was never retrieved", "exception": t._exception, "future": t})

    async def run_in_executor(self, executor, f, *args):
        return f(*args)

    # Those that nobody has asked to the end, and that have something to tidy up.
    async def shutdown_asyncgens(self):
        left = list(__asyncgens__())
        for g, e in zip(left, await gather(*[g.aclose() for g in left], return_exceptions=True)):
            if isinstance(e, Exception):
                self.call_exception_handler({"message": "an error occurred during closing of asynchronous generator %r" % g, "exception": e})

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
        global _loop
        if _loop is not None:
            raise RuntimeError("This event loop is already running")
        _loop = self
        self._stopped = False
        try:
            while not self._stopped:
                self._once()
        finally:
            _loop = None

    def run_until_complete(self, future):
        global _loop
        if _loop is not None:
            raise RuntimeError("This event loop is already running")
        _loop = self
        try:
            future = ensure_future(future, loop=self)
            while not future.done():
                self._once()
            return future.result()
        finally:
            _loop = None


AbstractEventLoop = BaseEventLoop = _Loop


class Future:
    _message = None  # cancel's

    def __init__(self, *, loop=None):
        self._loop = loop or _running()
        self._result = _pending
        self._exception = None
        self._callbacks = []
        self._cancelled = False

    def done(self):
        return self._result is not _pending or self._exception is not None or self._cancelled

    def cancelled(self):
        return self._cancelled

    def _cancel_error(self):
        return CancelledError() if self._message is None else CancelledError(self._message)

    def result(self):
        if self._cancelled:
            raise self._cancel_error()
        if self._exception is not None:
            self._told = True
            raise self._exception
        if self._result is _pending:
            raise InvalidStateError("Result is not set.")
        return self._result

    def exception(self):
        if self._cancelled:
            raise self._cancel_error()
        if not self.done():
            raise InvalidStateError("Exception is not set.")
        self._told = True
        return self._exception

    def _finish(self):
        callbacks, self._callbacks = self._callbacks, []
        for f in callbacks:
            self._loop.call_soon(f, self)

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
        self._message = msg
        self._cancelled = True
        self._finish()
        return True

    def add_done_callback(self, f, *, context=None):
        if self.done():
            self._loop.call_soon(f, self)
        else:
            self._callbacks.append(f)

    def remove_done_callback(self, f):
        n = len(self._callbacks)
        self._callbacks = [c for c in self._callbacks if c != f]
        return n - len(self._callbacks)

    def get_loop(self):
        return self._loop

    def __await__(self):
        if not self.done():
            yield self
        return self.result()

    __iter__ = __await__


class Task(Future):
    _count = 0
    _told = False

    def __init__(self, coro, *, loop=None, name=None, context=None):
        Future.__init__(self, loop=loop)
        if not iscoroutine(coro):
            raise TypeError("a coroutine was expected, got %r" % (coro,))
        Task._count += 1
        self._coro = coro
        self._name = name or "Task-%d" % Task._count
        self._waits = None
        self._must_cancel = False
        self._asked = 0
        _tasks.append(self)
        if context is None and "contextvars" in sys.modules:
            context = sys.modules["contextvars"].copy_context()
        if context is not None:
            step = self._step
            self._step = lambda: context.run(step)
        self._loop.call_soon(self._step)

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
        self._message = msg
        if self._waits is not None and self._waits.cancel(msg):
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
                waits = self._coro.throw(self._cancel_error())
            else:
                waits = self._coro.send(None)
        except StopIteration as e:
            if self._must_cancel:
                self._cancelled = True
            else:
                self._result = e.value
        except CancelledError:
            self._cancelled = True
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as e:
            self._exception = e
            self._loop._failed.append(self)
        else:
            if isinstance(waits, Future):
                self._waits = waits
                waits.add_done_callback(self._wake)
                if self._must_cancel and waits.cancel(self._message):
                    self._must_cancel = False
            else:
                self._loop.call_soon(self._step)
            return
        finally:
            _current = before
        if self in _tasks:
            _tasks.remove(self)
        self._finish()

    def __repr__(self):
        state = "cancelled" if self._cancelled else "finished" if self.done() else "pending"
        return "<Task %s name=%r>" % (state, self._name)


_tasks = []
_current = None


def _forget():
    global _loop, _current
    _tasks[:] = [t for t in _tasks if t._loop is not _loop]
    _loop = _current = None


_hognose.after_interrupt(_forget)


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


set_event_loop_policy = set_event_loop


def current_task(loop=None):
    _running()
    return _current


def all_tasks(loop=None):
    return set(_tasks)


def create_task(coro, *, name=None, context=None):
    _running()
    return Task(coro, name=name, context=context)


def iscoroutine(x):
    return hasattr(x, "__await__") and hasattr(x, "send") and hasattr(x, "throw")


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
        return Task(x, loop=loop)
    if hasattr(type(x), "__await__"):
        return Task(_await(x), loop=loop)
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
    try:
        if left:

            async def cancel_all():
                for t in left:
                    t.cancel()
                await gather(*left, return_exceptions=True)

            loop.run_until_complete(cancel_all())
        if __asyncgens__():
            loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        del _tasks[:]
    loop._tell()


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
        f._told = True
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
    if timeout is not None and timeout <= 0:
        f = ensure_future(aw)
        if not f.done():
            f.cancel()
            await wait([f])
        try:
            return f.result()
        except CancelledError as e:
            raise TimeoutError from e
    async with _timeout(timeout):
        return await aw


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
        f._told = True
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


class Timeout:
    def __init__(self, when):
        self._when = when
        self._state = "created"
        self._handle = None

    def when(self):
        return self._when

    def expired(self):
        return self._state in ("expiring", "expired")

    def reschedule(self, when):
        if self._state != "active":
            state = self._state
            raise RuntimeError("Timeout has not been entered" if state == "created" else "Cannot change state of %s Timeout" % state)
        self._when = when
        if self._handle:
            self._handle.cancel()
        loop = _running()
        late = when is not None and when <= loop.time()
        self._handle = None if when is None else loop.call_soon(self._late) if late else loop.call_at(when, self._late)

    def __repr__(self):
        when = ""
        if self._state == "active":
            when = " when=%s" % (None if self._when is None else round(self._when, 3))
        return "<Timeout [%s]%s>" % (self._state, when)

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        if _current is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = _current
        self._asked = _current.cancelling()
        self.reschedule(self._when)
        return self

    def _late(self):
        self._state = "expiring"
        self._task.cancel()

    async def __aexit__(self, t, v, tb):
        if self._handle:
            self._handle.cancel()
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._asked and t is not None and issubclass(t, CancelledError):
                raise TimeoutError from v
        else:
            self._state = "finished"


def timeout(delay):
    return Timeout(None if delay is None else _running().time() + delay)


_timeout = timeout
timeout_at = Timeout


class TaskGroup:
    def __init__(self):
        self._tasks = []
        self._errors = []
        self._parent = None

    async def __aenter__(self):
        self._parent = _current
        return self

    def create_task(self, coro, *, name=None, context=None):
        t = create_task(coro, name=name, context=context)
        self._tasks.append(t)
        t.add_done_callback(self._done)
        return t

    def _done(self, t):
        if not t._cancelled and t._exception is not None:
            t._told = True
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

    # In turn: who comes while others wait does so too.
    async def acquire(self):
        if self._locked or any([not f._cancelled for f in self._waiters]):
            try:
                await self._wait()
            except CancelledError:
                if not self._locked:
                    self._wake_first()
                raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_first()

    def _wake_first(self):
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)


class Semaphore(_Waiters, _With):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        _Waiters.__init__(self)
        self._value = self._first = value

    def locked(self):
        return self._value == 0 or any([not f._cancelled for f in self._waiters])

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        f = Future()
        self._waiters.append(f)
        try:
            await f
        except CancelledError:
            if not f._cancelled:
                self._value += 1
                self._wake_next()
            raise
        finally:
            self._waiters.remove(f)
        if self._value > 0:
            self._wake_next()
        return True

    def release(self):
        self._value += 1
        self._wake_next()

    # What it may take is taken for it.
    def _wake_next(self):
        for f in self._waiters:
            if not f.done():
                self._value -= 1
                f.set_result(True)
                return


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
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self.parties = parties
        self.broken = False
        self.n_waiting = 0
        self._event = Event()

    # Those that wait go on, or fail.
    def _release(self, failed):
        self._event._failed = failed
        self._event.set()
        self._event = Event()
        self.n_waiting = 0

    async def wait(self):
        if self.broken:
            raise BrokenBarrierError("Barrier aborted")
        n, event = self.n_waiting, self._event
        self.n_waiting += 1
        if self.n_waiting == self.parties:
            self._release(False)
            return n
        try:
            await event.wait()
        except CancelledError:
            self.n_waiting -= event is self._event
            raise
        if event._failed:
            raise BrokenBarrierError("Abort or reset of barrier")
        return n

    async def reset(self):
        self.broken = False
        self._release(True)

    async def abort(self):
        self.broken = True
        self._release(True)

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, t, v, tb):
        pass


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
