# C's clocks, and the forms of a time. The only time zone is UTC.
from utime import monotonic, monotonic_ns, perf_counter, perf_counter_ns, process_time, process_time_ns, time, time_ns
from utime import sleep as _sleep
from utime import sleep_ms, sleep_us, ticks_add, ticks_cpu, ticks_diff, ticks_ms, ticks_us
from collections import namedtuple as _namedtuple
from sys import modules as _modules

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")
CLOCK_REALTIME, CLOCK_MONOTONIC = 0, 1
thread_time = process_time
thread_time_ns = process_time_ns


class struct_time(_namedtuple("struct_time", "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst")):
    def __new__(cls, t):
        t = tuple(t)
        if len(t) != 9:
            raise TypeError("time.struct_time() takes an at least 9-sequence (%d-sequence given)" % len(t))
        return tuple.__new__(cls, t)

    def __repr__(self):
        return "time.struct_time(" + ", ".join(["%s=%r" % p for p in zip(self._fields, self)]) + ")"

    tm_zone = property(lambda self: "UTC")
    tm_gmtoff = property(lambda self: 0)


def sleep(seconds, /):
    threading = _modules.get("threading")
    if threading:
        threading._run_others()
    _sleep(seconds)


def gmtime(secs=None):
    from datetime import _from_ordinal, _ordinal

    s = int((time() if secs is None else secs) // 1)
    n, s = divmod(s, 86400)
    n += 719163
    y, m, d = _from_ordinal(n)
    return struct_time((y, m, d, s // 3600, s // 60 % 60, s % 60, (n + 6) % 7, n - _ordinal(y, 1, 1) + 1, 0))


localtime = gmtime


def mktime(t):
    from calendar import timegm

    return float(timegm(t))


def strftime(format, t=None):
    from datetime import _strftime

    t = gmtime() if t is None else t
    return _strftime(_Zone, format, tuple(t[:6]) + (0,))


class _Zone:
    @staticmethod
    def utcoffset():
        from datetime import timedelta

        return timedelta(0)

    @staticmethod
    def tzname():
        return "UTC"


def asctime(t=None):
    t = gmtime() if t is None else t
    return strftime("%a %b %e %H:%M:%S %Y", t)


def ctime(secs=None):
    return asctime(gmtime(secs))


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    from _strptime import parse
    from datetime import _ordinal

    y, mo, d, h, mi, s = parse(string, format)[:6]
    n = _ordinal(y, mo, d)
    return struct_time((y, mo, d, h, mi, s, (n + 6) % 7, n - _ordinal(y, 1, 1) + 1, -1))


def get_clock_info(name):
    from types import SimpleNamespace

    return SimpleNamespace(implementation=name, monotonic=name != "time", adjustable=name == "time", resolution=1e-09)


def clock_gettime(clock):
    return monotonic() if clock else time()
