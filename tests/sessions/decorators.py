# Functions around functions.
# --- turn
calls = []
def traced(f):
    def inner(*args, **kwargs):
        calls.append(f.__name__)
        return f(*args, **kwargs)
    return inner
# --- turn
@traced
def area(w, h=2):
    return w * h
area(3), area(3, h=5)
#= (6, 15)
# --- turn
def retry(times):
    def wrap(f):
        def inner(*args):
            for attempt in range(times):
                try:
                    return f(*args, attempt)
                except ValueError:
                    calls.append(attempt)
            raise RuntimeError('gave up')
        return inner
    return wrap
@retry(3)
@traced
def flaky(limit, attempt):
    if attempt < limit:
        raise ValueError
    return f'at {attempt}'
flaky(2)
#= 'at 2'
# --- turn
calls
#= ['area', 'area', 'flaky', 0, 'flaky', 1, 'flaky']
# --- turn
flaky(5)
#! RuntimeError: gave up
# --- turn
class Temperature:
    def __init__(self, c): self._c = c
    @property
    def f(self): return self._c * 9 / 5 + 32
    @staticmethod
    def zero(): return Temperature(0)
Temperature.zero().f, len(calls)
#= (32.0, 13)
