# Executors, and what they will give. The work is done one after the other, when somebody waits for it: threading.py.
import threading
from threading import _step, _wait

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
_PENDING, _RUNNING, _CANCELLED, _FINISHED = "pending", "running", "cancelled", "finished"
TimeoutError = TimeoutError


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class Future:
    def __init__(self):
        self._state = _PENDING
        self._result = self._exception = None
        self._callbacks = []

    def _over(self):
        return self._state in (_CANCELLED, _FINISHED)

    def cancelled(self):
        return self._state == _CANCELLED

    def running(self):
        return self._state == _RUNNING

    def done(self):
        over = self._over()
        if not over:
            _step()  # so that asking again and again comes to an end
        return over

    def cancel(self):
        if self._state == _PENDING:
            self._end(_CANCELLED)
        return self._state == _CANCELLED

    def _end(self, state):
        self._state = state
        for f in self._callbacks:
            f(self)

    def add_done_callback(self, fn):
        if self._over():
            fn(self)
        else:
            self._callbacks.append(fn)

    def exception(self, timeout=None):
        if not _wait(self._over, timeout is None):
            raise TimeoutError
        if self._state == _CANCELLED:
            raise CancelledError
        return self._exception

    def result(self, timeout=None):
        e = self.exception(timeout)
        if e is not None:
            raise e
        return self._result

    def set_running_or_notify_cancel(self):
        if self._state == _CANCELLED:
            return False
        self._state = _RUNNING
        return True

    def set_result(self, result):
        if self._over():
            raise InvalidStateError("%s: %r" % (self._state.upper(), self))
        self._result = result
        self._end(_FINISHED)

    def set_exception(self, exception):
        if self._over():
            raise InvalidStateError("%s: %r" % (self._state.upper(), self))
        self._exception = exception
        self._end(_FINISHED)

    def __repr__(self):
        made = ""
        if self._state == _FINISHED:
            made = " raised " + type(self._exception).__name__ if self._exception else " returned " + type(self._result).__name__
        return "<Future at %s state=%s%s>" % (hex(id(self)), self._state, made)


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            for f in futures:
                yield f.result(timeout)

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.shutdown()
        return False


class ThreadPoolExecutor(Executor):
    _n = 0

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._max_workers = max_workers or 5
        self._name = thread_name_prefix
        if not self._name:
            self._name = "ThreadPoolExecutor-%d" % ThreadPoolExecutor._n
            ThreadPoolExecutor._n += 1
        self._initializer = initializer, initargs
        self._futures = []
        self._shut = False

    def submit(self, fn, /, *args, **kwargs):
        if self._shut:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        first = not self._futures

        def work():
            if not future.set_running_or_notify_cancel():
                return
            if first and self._initializer[0] is not None:
                self._initializer[0](*self._initializer[1])
            try:
                result = fn(*args, **kwargs)
            except BaseException as e:
                future.set_exception(e)
            else:
                future.set_result(result)

        self._futures.append(future)
        threading.Thread(target=work, name=self._name + "_0").start()
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shut = True
        for f in self._futures:
            if cancel_futures:
                f.cancel()
            if wait:
                _wait(f._over)


class ProcessPoolExecutor(ThreadPoolExecutor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, "Process", initializer, initargs)


def as_completed(fs, timeout=None):
    left = list(dict.fromkeys(fs))
    while left:
        if not _wait(lambda: any([f._over() for f in left]), timeout is None):
            raise TimeoutError("%d (of %d) futures unfinished" % (len(left), len(left)))
        over = [f for f in left if f._over()]
        left = [f for f in left if f not in over]
        yield from over


class DoneAndNotDoneFutures(tuple):
    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return "DoneAndNotDoneFutures(done=%r, not_done=%r)" % self


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)

    def enough():
        over = [f for f in fs if f._over()]
        return (
            len(over) == len(fs)
            or return_when == FIRST_COMPLETED and over
            or return_when == FIRST_EXCEPTION and any([f._exception for f in over])
        )

    _wait(enough, timeout is None)
    done = {f for f in fs if f._over()}
    return DoneAndNotDoneFutures((done, fs - done))
