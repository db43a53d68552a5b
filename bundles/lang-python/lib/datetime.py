# Dates and times. Days are counted from 1 January of year 1, which is day 1.
MINYEAR = 1
MAXYEAR = 9999
_days = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_before = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def _leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)


def _in_month(y, m):
    return 29 if m == 2 and _leap(y) else _days[m]


def _ordinal(y, m, d):
    p = y - 1
    return p * 365 + p // 4 - p // 100 + p // 400 + _before[m] + (m > 2 and _leap(y)) + d


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    y = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return y - 1, 12, 31
    m = n + 50 >> 5
    first = _before[m] + (m > 2 and _leap(y))
    if first > n:
        m -= 1
        first = _before[m] + (m > 2 and _leap(y))
    return y, m, n - first + 1


def _week1(y):
    # The ordinal of the Monday of ISO week 1.
    first = _ordinal(y, 1, 1)
    w = (first + 6) % 7
    monday = first - w
    return monday + 7 if w > 3 else monday


def _int(x):
    if isinstance(x, int):
        return int(x)
    if hasattr(type(x), "__index__"):
        return x.__index__()
    raise TypeError("'%s' object cannot be interpreted as an integer" % type(x).__name__)


def _half_even(n, d):
    q, r = divmod(n, d)
    r *= 2
    return q + 1 if (r > d if d > 0 else r < d) or r == d and q & 1 else q


def _cmp(a, b):
    return 0 if a == b else 1 if a > b else -1


class timedelta:
    __slots__ = ("_us", "_d", "_s", "_u")

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        us = 0
        for value, unit in ((days, 86400000000), (seconds, 1000000), (microseconds, 1), (milliseconds, 1000), (minutes, 60000000), (hours, 3600000000), (weeks, 604800000000)):
            if isinstance(value, int):
                us += value * unit
            elif isinstance(value, float):
                whole = int(value)
                us += whole * unit
                part = (value - whole) * unit
                if unit == 86400000000:
                    # A fraction of a day is split at the second first, as CPython does.
                    sec = (value - whole) * 86400.0
                    us += int(sec) * 1000000
                    part = (sec - int(sec)) * 1e6
                us += round(part)
            else:
                raise TypeError("unsupported type for timedelta %s component: %s" % ("days", type(value).__name__))
        self._set(us)

    def _set(self, us):
        self._us = us
        self._d, rest = divmod(us, 86400000000)
        self._s, self._u = divmod(rest, 1000000)
        if not -1000000000 < self._d < 1000000000:
            raise OverflowError("days=%d; must have magnitude <= 999999999" % self._d)

    days = property(lambda self: self._d)
    seconds = property(lambda self: self._s)
    microseconds = property(lambda self: self._u)

    def total_seconds(self):
        return self._us / 1000000

    def __repr__(self):
        args = ["%s=%d" % a for a in (("days", self._d), ("seconds", self._s), ("microseconds", self._u)) if a[1]]
        return "datetime.%s(%s)" % (type(self).__name__, ", ".join(args) or "0")

    def __str__(self):
        s = "%d:%02d:%02d" % (self._s // 3600, self._s // 60 % 60, self._s % 60)
        if self._d:
            s = "%d day%s, " % (self._d, "" if abs(self._d) == 1 else "s") + s
        return s + ".%06d" % self._u if self._u else s

    def __add__(self, other):
        return _delta(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return _delta(other._us - self._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return _delta(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(self._us * other)
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return _delta(_half_even(self._us * n, d))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return _delta(self._us // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return _delta(_half_even(self._us, other))
        if isinstance(other, float):
            n, d = other.as_integer_ratio()
            return _delta(_half_even(self._us * d, n))
        return NotImplemented

    def __mod__(self, other):
        return _delta(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        q, r = divmod(self._us, other._us)
        return q, _delta(r)

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self._us)

    def __bool__(self):
        return self._us != 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return type(self), (self._d, self._s, self._u)


def _delta(us):
    d = object.__new__(timedelta)
    d._set(us)
    return d


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    def tzname(self, dt):
        raise NotImplementedError("tzinfo subclass must override tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("tzinfo subclass must override utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("tzinfo subclass must override dst()")

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("dt.tzinfo is not self")
        offset = dt.utcoffset()
        dst = dt.dst()
        if offset is None or dst is None:
            raise ValueError("fromutc() requires a non-None utcoffset() and dst() result")
        delta = offset - dst
        if delta:
            dt += delta
            dst = dt.dst()
        return dt + dst


def _offset_text(off, sep=":"):
    if off is None:
        return ""
    us = off._us
    sign = "-" if us < 0 else "+"
    s, us = divmod(abs(us), 1000000)
    text = "%s%02d%s%02d" % (sign, s // 3600, sep, s // 60 % 60)
    if s % 60 or us:
        text += "%s%02d" % (sep, s % 60)
        if us:
            text += ".%06d" % us
    return text


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not " + type(offset).__name__)
        if name is not None and not isinstance(name, str):
            raise TypeError("timezone() argument 2 must be str, not " + type(name).__name__)
        if not -86400000000 < offset._us < 86400000000:
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %r." % (offset,)
            )
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self._name is None and not self._offset:
            return "datetime.timezone.utc"
        if self._name is None:
            return "datetime.timezone(%r)" % self._offset
        return "datetime.timezone(%r, %r)" % (self._offset, self._name)

    def __str__(self):
        return self.tzname(None)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _check_date(y, m, d):
    y, m, d = _int(y), _int(m), _int(d)
    if not 1 <= y <= 9999:
        raise ValueError("year %d is out of range" % y)
    if not 1 <= m <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= d <= _in_month(y, m):
        raise ValueError("day is out of range for month")
    return y, m, d


def _check_time(h, m, s, us, fold):
    h, m, s, us = _int(h), _int(m), _int(s), _int(us)
    if not 0 <= h <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= m <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= s <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= us <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return h, m, s, us


def _check_tz(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)


def _digits(s, n, what):
    if len(s) != n or not (s.isdigit() and s.isascii()):
        raise ValueError(what)
    return int(s)


def _parse_date(s):
    bad = "Invalid isoformat string: %r" % s
    n = len(s)
    y = _digits(s[:4], 4, bad)
    sep = s[4:5] == "-"
    i = 4 + sep
    if s[i : i + 1] == "W":
        w = _digits(s[i + 1 : i + 3], 2, bad)
        rest = s[i + 3 :]
        if rest:
            if sep != (rest[0] == "-"):
                raise ValueError(bad)
            day = _digits(rest[sep:], 1, bad)
        else:
            day = 1
        return _iso_to_date(y, w, day)
    m = _digits(s[i : i + 2], 2, bad)
    i += 2
    if sep:
        if s[i : i + 1] != "-":
            raise ValueError(bad)
        i += 1
    return y, m, _digits(s[i:], 2, bad)


def _iso_to_date(y, w, d):
    if not 1 <= y <= 9999:
        raise ValueError("Year is out of range: %d" % y)
    if not 0 < w < 53:
        first = _ordinal(y, 1, 1) % 7
        if not (w == 53 and (first == 4 or first == 3 and _leap(y))):
            raise ValueError("Invalid week: %d" % w)
    if not 0 < d < 8:
        raise ValueError("Invalid weekday: %d (range is [1, 7])" % d)
    return _from_ordinal(_week1(y) + (w - 1) * 7 + d - 1)


def _parse_hms(s, bad):
    parts = [0, 0, 0, 0]
    sep = s[2:3] == ":"
    i = 0
    for k in range(3):
        parts[k] = _digits(s[i : i + 2], 2, bad)
        i += 2
        if i == len(s):
            return parts
        if k < 2:
            if sep:
                if s[i] != ":":
                    raise ValueError(bad)
                i += 1
            elif s[i] == ":":
                raise ValueError(bad)
    if s[i] not in ".,":
        raise ValueError(bad)
    frac = s[i + 1 :]
    if not frac.isdigit():
        raise ValueError(bad)
    parts[3] = int((frac + "00000")[:6])
    return parts


def _parse_time(s, bad):
    tz = None
    for i, c in enumerate(s):
        if c in "+-Z":
            rest = s[i + 1 :]
            if c == "Z":
                if rest:
                    raise ValueError(bad)
                tz = timezone.utc
            else:
                h, m, sec, us = _parse_hms(rest, bad)
                off = _delta(((h * 60 + m) * 60 + sec) * 1000000 + us)
                tz = timezone(-off if c == "-" else off) if off else timezone.utc
            s = s[:i]
            break
    return _parse_hms(s, bad) + [tz]


def _strftime(dt, fmt, t):
    # t: year, month, day, hour, minute, second, microsecond; dt has utcoffset and tzname, or not.
    y, mo, d, h, mi, s, us = t
    out = []
    i = 0
    n = len(fmt)
    while i < n:
        j = fmt.find("%", i)
        if j < 0 or j + 1 >= n:
            out.append(fmt[i:])
            break
        out.append(fmt[i:j])
        c = fmt[j + 1]
        i = j + 2
        if c in "-_^#0" and i < n:
            flag, c = c, fmt[i]
            i += 1
        elif c == ":" and fmt[i : i + 1] == "z":
            flag, c = ":", "z"
            i += 1
        else:
            flag = ""
        out.append(_directive(c, flag, dt, fmt, y, mo, d, h, mi, s, us))
    return "".join(out)


def _directive(c, flag, dt, fmt, y, mo, d, h, mi, s, us):
    from calendar import day_name, month_name

    ordinal = _ordinal(y, mo, d)
    weekday = (ordinal + 6) % 7
    yday = ordinal - _ordinal(y, 1, 1) + 1
    if c == "Y":
        return str(y)
    numbers = {
        "m": (mo, 2), "d": (d, 2), "H": (h, 2), "M": (mi, 2), "S": (s, 2), "y": (y % 100, 2), "j": (yday, 3),
        "I": ((h + 11) % 12 + 1, 2), "U": ((yday + 6 - (weekday + 1) % 7) // 7, 2), "W": ((yday + 6 - weekday) // 7, 2),
        "C": (y // 100, 2), "f": (us, 6), "w": ((weekday + 1) % 7, 1), "u": (weekday + 1, 1),
    }
    if c in numbers:
        v, width = numbers[c]
        return str(v) if flag == "-" else ("%" + str(width) + "d" if flag == "_" else "%0" + str(width) + "d") % v
    if c in "ek" or c == "l":
        v = d if c == "e" else h if c == "k" else (h + 11) % 12 + 1
        return str(v) if flag == "-" else "%2d" % v
    if c in "aAbBhp":
        text = (
            day_name[weekday][:3] if c == "a" else day_name[weekday] if c == "A" else month_name[mo][:3] if c in "bh"
            else month_name[mo] if c == "B" else "PM" if h > 11 else "AM"
        )
        return text.upper() if flag == "^" else text.lower() if flag == "#" and c == "p" else text.upper() if flag == "#" else text
    if c == "P":
        return "pm" if h > 11 else "am"
    if c in "GgV":
        iy, iw, _ = _isocalendar(y, mo, d)
        return str(iy) if c == "G" else "%02d" % (iy % 100) if c == "g" else "%02d" % iw
    if c == "z":
        off = dt.utcoffset() if hasattr(dt, "utcoffset") else None
        return _offset_text(off, ":" if flag == ":" else "")
    if c == "Z":
        return (dt.tzname() or "") if hasattr(dt, "tzname") else ""
    whole = {"c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d", "T": "%H:%M:%S", "R": "%H:%M", "r": "%I:%M:%S %p"}
    if c in whole:
        return _strftime(dt, whole[c], (y, mo, d, h, mi, s, us))
    if c == "s":
        return str(int(dt.timestamp())) if hasattr(dt, "timestamp") else "0"
    return {"%": "%", "n": "\n", "t": "\t"}.get(c, "%" + flag + c)


def _isocalendar(y, m, d):
    year = y
    week1 = _week1(year)
    today = _ordinal(y, m, d)
    week, day = divmod(today - week1, 7)
    if week < 0:
        year -= 1
        week, day = divmod(today - _week1(year), 7)
    elif week >= 52 and today >= _week1(year + 1):
        year += 1
        week = 0
    return year, week + 1, day + 1


_iso = None


def _named_iso(t):
    global _iso
    if _iso is None:
        from collections import namedtuple

        class IsoCalendarDate(namedtuple("IsoCalendarDate", "year week weekday")):
            def __repr__(self):
                return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % tuple(self)

        _iso = IsoCalendarDate
    return _iso(*t)


class date:
    __slots__ = ("_y", "_m", "_d")

    def __new__(cls, year, month=None, day=None):
        if month is None or day is None:
            missing = "'month' (pos 2)" if month is None else "'day' (pos 3)"
            raise TypeError("function missing required argument " + missing)
        self = object.__new__(cls)
        self._y, self._m, self._d = _check_date(year, month, day)
        return self

    @classmethod
    def fromtimestamp(cls, t):
        return cls.fromordinal(int(t // 86400) + 719163)

    @classmethod
    def today(cls):
        import time

        return cls.fromtimestamp(time.time())

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, s):
        if not isinstance(s, str):
            raise TypeError("fromisoformat: argument must be str")
        if len(s) not in (7, 8, 10):
            raise ValueError("Invalid isoformat string: %r" % s)
        return cls(*_parse_date(s))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_iso_to_date(year, week, day))

    year = property(lambda self: self._y)
    month = property(lambda self: self._m)
    day = property(lambda self: self._d)

    def __repr__(self):
        return "datetime.%s(%d, %d, %d)" % (type(self).__name__, self._y, self._m, self._d)

    def isoformat(self):
        return "%04d-%02d-%02d" % (self._y, self._m, self._d)

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        return self.strftime("%a %b %e 00:00:00 %Y")

    def strftime(self, format):
        return _strftime(self, format, (self._y, self._m, self._d, 0, 0, 0, 0))

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError("must be str, not " + type(fmt).__name__)
        return self.strftime(fmt) if fmt else str(self)

    def timetuple(self):
        return _struct_time((self._y, self._m, self._d, 0, 0, 0, self.weekday(), self._yday(), -1))

    def _yday(self):
        return self.toordinal() - _ordinal(self._y, 1, 1) + 1

    def toordinal(self):
        return _ordinal(self._y, self._m, self._d)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._y if year is None else year, self._m if month is None else month, self._d if day is None else day)

    def weekday(self):
        return (_ordinal(self._y, self._m, self._d) + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        return _named_iso(_isocalendar(self._y, self._m, self._d))

    def _key(self):
        return self._y, self._m, self._d

    def _other(self, other):
        return other._key() if isinstance(other, date) and not isinstance(other, datetime) else None

    def __eq__(self, other):
        k = self._other(other)
        return NotImplemented if k is None else self._key() == k

    def __lt__(self, other):
        k = self._other(other)
        return NotImplemented if k is None else self._key() < k

    def __le__(self, other):
        k = self._other(other)
        return NotImplemented if k is None else self._key() <= k

    def __gt__(self, other):
        k = self._other(other)
        return NotImplemented if k is None else self._key() > k

    def __ge__(self, other):
        k = self._other(other)
        return NotImplemented if k is None else self._key() >= k

    def __hash__(self):
        return hash((self._y, self._m, self._d))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other._d
        if not 0 < n <= 3652059:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(n)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + _delta(-other._d * 86400000000)
        if isinstance(other, date):
            return _delta((self.toordinal() - other.toordinal()) * 86400000000)
        return NotImplemented

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return type(self), (self._y, self._m, self._d)


def _struct_time(t):
    import time

    return time.struct_time(t)


class time:
    __slots__ = ("_h", "_mi", "_s", "_us", "_tz", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._h, self._mi, self._s, self._us = _check_time(hour, minute, second, microsecond, fold)
        _check_tz(tzinfo)
        self._tz = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._h)
    minute = property(lambda self: self._mi)
    second = property(lambda self: self._s)
    microsecond = property(lambda self: self._us)
    tzinfo = property(lambda self: self._tz)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, s):
        if not isinstance(s, str):
            raise TypeError("fromisoformat: argument must be str")
        return cls(*_parse_time(s[1:] if s[:1] == "T" else s, "Invalid isoformat string: %r" % s))

    def isoformat(self, timespec="auto"):
        return _time_text(self._h, self._mi, self._s, self._us, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return "datetime.%s(%s)" % (type(self).__name__, ", ".join(_time_args(self, [self._h, self._mi])))

    def strftime(self, format):
        return _strftime(self, format, (1900, 1, 1, self._h, self._mi, self._s, self._us))

    __format__ = date.__format__

    def utcoffset(self):
        return None if self._tz is None else self._tz.utcoffset(None)

    def tzname(self):
        return None if self._tz is None else self._tz.tzname(None)

    def dst(self):
        return None if self._tz is None else self._tz.dst(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self._h if hour is None else hour, self._mi if minute is None else minute, self._s if second is None else second,
            self._us if microsecond is None else microsecond, self._tz if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def _key(self):
        us = ((self._h * 60 + self._mi) * 60 + self._s) * 1000000 + self._us
        off = self.utcoffset()
        return us if off is None else us - off._us

    def _compare(self, other, strict=True):
        if not isinstance(other, time):
            return None
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            if strict:
                raise TypeError("can't compare offset-naive and offset-aware times")
            return 2
        return _cmp(self._key(), other._key())

    def __eq__(self, other):
        c = self._compare(other, False)
        return NotImplemented if c is None else c == 0

    def __lt__(self, other):
        c = self._compare(other)
        return NotImplemented if c is None else c < 0

    def __le__(self, other):
        c = self._compare(other)
        return NotImplemented if c is None else c <= 0

    def __gt__(self, other):
        c = self._compare(other)
        return NotImplemented if c is None else c > 0

    def __ge__(self, other):
        c = self._compare(other)
        return NotImplemented if c is None else c >= 0

    def __hash__(self):
        return hash(self._key())

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _time_text(h, m, s, us, timespec):
    if timespec == "auto":
        timespec = "microseconds" if us else "seconds"
    if timespec == "hours":
        return "%02d" % h
    if timespec == "minutes":
        return "%02d:%02d" % (h, m)
    if timespec == "seconds":
        return "%02d:%02d:%02d" % (h, m, s)
    if timespec == "milliseconds":
        return "%02d:%02d:%02d.%03d" % (h, m, s, us // 1000)
    if timespec == "microseconds":
        return "%02d:%02d:%02d.%06d" % (h, m, s, us)
    raise ValueError("Unknown timespec value")


def _time_args(self, args):
    args = [str(a) for a in args]
    if self._s or self._us:
        args.append(str(self._s))
    if self._us:
        args.append(str(self._us))
    if self._tz is not None:
        args.append("tzinfo=%r" % (self._tz,))
    if self._fold:
        args.append("fold=1")
    return args


_time = time


def _deprecated(name, instead):
    from warnings import warn

    warn(
        "datetime.datetime.%s() is deprecated and scheduled for removal in a future version. Use timezone-aware objects "
        "to represent datetimes in UTC: datetime.datetime.%s." % (name, instead), DeprecationWarning, 3
    )


class datetime(date):
    __slots__ = ("_h", "_mi", "_s", "_us", "_tz", "_fold")

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if month is None or day is None:
            missing = "'month' (pos 2)" if month is None else "'day' (pos 3)"
            raise TypeError("function missing required argument " + missing)
        self = object.__new__(cls)
        self._y, self._m, self._d = _check_date(year, month, day)
        self._h, self._mi, self._s, self._us = _check_time(hour, minute, second, microsecond, fold)
        _check_tz(tzinfo)
        self._tz = tzinfo
        self._fold = fold
        return self

    hour = time.hour
    minute = time.minute
    second = time.second
    microsecond = time.microsecond
    tzinfo = time.tzinfo
    fold = time.fold

    @classmethod
    def _from_us(cls, us, tz=None):
        # Microseconds from the start of year 1, as the clock shows them.
        n, us = divmod(us, 86400000000)
        if not 0 <= n < 3652059:
            raise OverflowError("date value out of range")
        y, m, d = _from_ordinal(n + 1)
        s, us = divmod(us, 1000000)
        return cls(y, m, d, s // 3600, s // 60 % 60, s % 60, us, tz)

    def _us_of(self):
        return (_ordinal(self._y, self._m, self._d) - 1) * 86400000000 + ((self._h * 60 + self._mi) * 60 + self._s) * 1000000 + self._us

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_tz(tz)
        if isinstance(timestamp, int):
            us = timestamp * 1000000
        else:
            n, d = timestamp.as_integer_ratio()
            us = _half_even(n * 1000000, d)
        if abs(us) >= 1 << 83:
            raise OverflowError("timestamp out of range for platform time_t")
        us += 62135596800000000
        if not 0 <= us < 315537897600000000:
            raise ValueError("year %d is out of range" % (us // 31556952000000 + 1))
        self = cls._from_us(us, tz)
        return self if tz is None else tz.fromutc(self)

    @classmethod
    def utcfromtimestamp(cls, t):
        _deprecated("utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)")
        return cls.fromtimestamp(t)

    @classmethod
    def now(cls, tz=None):
        from time import time_ns

        _check_tz(tz)
        self = cls._from_us(time_ns() // 1000 + 62135596800000000, tz)
        return self if tz is None else tz.fromutc(self)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        _deprecated("utcnow", "now(datetime.UTC)")
        return cls.now()

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        for i, (part, kind) in enumerate(zip((date, time), (cls.__mro__[-2], _time))):
            if not isinstance(part, kind):
                raise TypeError("combine() argument %d must be datetime.%s, not %s" % (i + 1, kind.__name__, type(part).__name__))
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, s):
        if not isinstance(s, str):
            raise TypeError("fromisoformat: argument must be str")
        bad = "Invalid isoformat string: %r" % s
        if len(s) < 7:
            raise ValueError(bad)
        if s[4] == "-":
            n = (10 if s[8:9] == "-" and s[9:10].isdigit() else 8) if s[5] == "W" else 10
        else:
            n = (8 if (len(s) > 7 and s[7].isdigit() and (len(s) < 9 or not s[8].isdigit() or len(s) % 2)) else 7) if s[4] == "W" else 8
        try:
            parts = list(_parse_date(s[:n]))
            if len(s) > n:
                if len(s) == n + 1:
                    raise ValueError(bad)
                parts += _parse_time(s[n + 1 :], bad)
        except ValueError as e:
            if str(e).startswith("Invalid iso"):
                raise ValueError(bad)
            raise
        return cls(*parts)

    @classmethod
    def strptime(cls, date_string, format):
        from _strptime import parse_datetime

        return parse_datetime(cls, date_string, format)

    def timestamp(self):
        off = self.utcoffset()
        us = self._us_of() - 62135596800000000
        return (us if off is None else us - off._us) / 1000000

    def timetuple(self):
        dst = self.dst()
        return _struct_time((self._y, self._m, self._d, self._h, self._mi, self._s, self.weekday(), self._yday(), -1 if dst is None else 1 if dst else 0))

    def utctimetuple(self):
        off = self.utcoffset()
        t = self if off is None else datetime._from_us(self._us_of() - off._us)
        return _struct_time((t._y, t._m, t._d, t._h, t._mi, t._s, t.weekday(), t._yday(), 0))

    def date(self):
        return date(self._y, self._m, self._d)

    def time(self):
        return time(self._h, self._mi, self._s, self._us, fold=self._fold)

    def timetz(self):
        return time(self._h, self._mi, self._s, self._us, self._tz, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self._y if year is None else year, self._m if month is None else month, self._d if day is None else day,
            self._h if hour is None else hour, self._mi if minute is None else minute, self._s if second is None else second,
            self._us if microsecond is None else microsecond, self._tz if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone.utc
        elif not isinstance(tz, tzinfo):
            raise TypeError("tz argument must be an instance of tzinfo")
        if self._tz is tz:
            return self
        off = self.utcoffset()
        us = self._us_of()
        return tz.fromutc(type(self)._from_us(us if off is None else us - off._us, tz))

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S %Y")

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _time_text(self._h, self._mi, self._s, self._us, timespec) + _offset_text(self.utcoffset())

    def __repr__(self):
        return "datetime.%s(%s)" % (type(self).__name__, ", ".join(_time_args(self, [self._y, self._m, self._d, self._h, self._mi])))

    def __str__(self):
        return self.isoformat(" ")

    def strftime(self, format):
        return _strftime(self, format, (self._y, self._m, self._d, self._h, self._mi, self._s, self._us))

    def utcoffset(self):
        return None if self._tz is None else self._tz.utcoffset(self)

    def tzname(self):
        return None if self._tz is None else self._tz.tzname(self)

    def dst(self):
        return None if self._tz is None else self._tz.dst(self)

    def _compare(self, other, strict=True):
        if not isinstance(other, datetime):
            if isinstance(other, date) and strict:
                raise TypeError("can't compare datetime.datetime to datetime.date")
            return None
        a, b = self._us_of(), other._us_of()
        if self._tz is not other._tz:
            o, p = self.utcoffset(), other.utcoffset()
            if (o is None) != (p is None):
                if strict:
                    raise TypeError("can't compare offset-naive and offset-aware datetimes")
                return 2
            if o is not None:
                a -= o._us
                b -= p._us
        return _cmp(a, b)

    def __eq__(self, other):
        c = self._compare(other, False)
        return NotImplemented if c is None else c == 0

    def __lt__(self, other):
        c = self._compare(other)
        return NotImplemented if c is None else c < 0

    def __le__(self, other):
        c = self._compare(other)
        return NotImplemented if c is None else c <= 0

    def __gt__(self, other):
        c = self._compare(other)
        return NotImplemented if c is None else c > 0

    def __ge__(self, other):
        c = self._compare(other)
        return NotImplemented if c is None else c >= 0

    def __hash__(self):
        off = self.utcoffset()
        return hash(self._us_of() if off is None else self._us_of() - off._us)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._from_us(self._us_of() + other._us, self._tz)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_us(self._us_of() - other._us, self._tz)
        if not isinstance(other, datetime):
            return NotImplemented
        us = self._us_of() - other._us_of()
        if self._tz is not other._tz:
            o, p = self.utcoffset(), other.utcoffset()
            if (o is None) != (p is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if o is not None:
                us += p._us - o._us
        return _delta(us)

    def __reduce__(self):
        return type(self), (self._y, self._m, self._d, self._h, self._mi, self._s, self._us, self._tz)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
time.resolution = datetime.resolution = timedelta.resolution
