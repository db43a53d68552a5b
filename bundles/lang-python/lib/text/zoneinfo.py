# The zones that are asked for most, by the rules that hold now: those of earlier times are not here.
from datetime import datetime, timedelta, tzinfo

# The year from which it holds, the rule as POSIX writes it, and the zones.
_TABLE = """
1900 UTC0 UTC Etc/UTC Zulu Universal
1900 GMT0 GMT Etc/GMT Africa/Abidjan Africa/Accra
2007 EST5EDT,M3.2.0,M11.1.0 America/New_York America/Toronto America/Detroit US/Eastern EST5EDT
2007 CST6CDT,M3.2.0,M11.1.0 America/Chicago America/Winnipeg US/Central CST6CDT
2007 MST7MDT,M3.2.0,M11.1.0 America/Denver America/Edmonton US/Mountain MST7MDT
2007 PST8PDT,M3.2.0,M11.1.0 America/Los_Angeles America/Vancouver US/Pacific PST8PDT
2007 AKST9AKDT,M3.2.0,M11.1.0 America/Anchorage US/Alaska
2007 AST4ADT,M3.2.0,M11.1.0 America/Halifax
1970 MST7 America/Phoenix US/Arizona
1970 HST10 Pacific/Honolulu US/Hawaii
2023 CST6 America/Mexico_City
1994 <-05>5 America/Bogota America/Lima
2020 <-03>3 America/Sao_Paulo
2010 <-03>3 America/Argentina/Buenos_Aires
1997 GMT0BST,M3.5.0/1,M10.5.0 Europe/London
1997 GMT0IST,M3.5.0/1,M10.5.0 Europe/Dublin
1997 WET0WEST,M3.5.0/1,M10.5.0 Europe/Lisbon
1997 CET-1CEST,M3.5.0,M10.5.0/3 Europe/Paris Europe/Berlin Europe/Madrid Europe/Rome Europe/Amsterdam Europe/Brussels Europe/Vienna Europe/Zurich Europe/Stockholm Europe/Oslo Europe/Copenhagen Europe/Prague Europe/Warsaw Europe/Budapest
1997 EET-2EEST,M3.5.0/3,M10.5.0/4 Europe/Athens Europe/Helsinki Europe/Kyiv Europe/Kiev Europe/Bucharest Europe/Sofia
2015 MSK-3 Europe/Moscow
2017 <+03>-3 Europe/Istanbul
1970 JST-9 Asia/Tokyo Japan
1989 KST-9 Asia/Seoul
1992 CST-8 Asia/Shanghai Asia/Taipei
1980 HKT-8 Asia/Hong_Kong
1983 <+08>-8 Asia/Singapore
1991 PST-8 Asia/Manila
1970 IST-5:30 Asia/Kolkata Asia/Calcutta
1970 <+04>-4 Asia/Dubai
1976 <+07>-7 Asia/Bangkok Asia/Ho_Chi_Minh
1970 WIB-7 Asia/Jakarta
2010 PKT-5 Asia/Karachi
1987 <+0545>-5:45 Asia/Kathmandu
2008 AEST-10AEDT,M10.1.0,M4.1.0/3 Australia/Sydney Australia/Melbourne Australia/Hobart
2008 ACST-9:30ACDT,M10.1.0,M4.1.0/3 Australia/Adelaide
1993 AEST-10 Australia/Brisbane
2010 AWST-8 Australia/Perth
2008 NZST-12NZDT,M9.5.0,M4.1.0/3 Pacific/Auckland
1970 EAT-3 Africa/Nairobi
1970 SAST-2 Africa/Johannesburg
1970 WAT-1 Africa/Lagos
2024 EET-2EEST,M4.5.5/0,M10.5.4/24 Africa/Cairo
"""
_zones = {}
_made = {}
TZPATH = ()
_NOTHING = timedelta(0)


class ZoneInfoNotFoundError(KeyError):
    pass


def _load():
    if not _zones:
        for line in _TABLE.split("\n"):
            since, rule, *names = line.split() or (0, 0)
            for name in names:
                _zones[name] = int(since), rule


def available_timezones():
    _load()
    return set(_zones)


def _span(text):
    hours, _, minutes = text.partition(":")
    return timedelta(hours=int(hours), minutes=int(("-" if hours[0] == "-" else "") + (minutes or "0")))


# The moment of Mm.w.d/time in a year: the w-th weekday d of a month, of which the fifth is the last.
def _moment(rule, year):
    day, _, time = rule.partition("/")
    month, week, weekday = [int(n) for n in day[1:].split(".")]
    at = datetime(year, month, 1)
    at += timedelta((weekday - at.isoweekday()) % 7 + 7 * (week - 1))
    if at.month != month:
        at -= timedelta(7)
    return at + timedelta(hours=int(time or 2))


class ZoneInfo(tzinfo):
    def __new__(cls, key):
        if key not in _made:
            _made[key] = cls.no_cache(key)
        return _made[key]

    @classmethod
    def no_cache(cls, key):
        import re

        _load()
        if key not in _zones:
            text = "No time zone found with key " + key
            if key.split("/")[0] in "Africa America Antarctica Arctic Asia Atlantic Australia Europe Indian Pacific US Canada Etc".split():
                text += " (the zones in this sandbox are in zoneinfo.available_timezones(); else use timezone(timedelta(hours=...)))"
            raise ZoneInfoNotFoundError(text)
        self = tzinfo.__new__(cls)
        self.key = key
        self._since, rule = _zones[key]
        std, *self._changes = rule.split(",")
        name, offset, summer = re.match(r"(<.*>|[A-Z]+)([-\d:]+)([A-Z]*)", std).groups()
        self._std = -_span(offset), _NOTHING, name.strip("<>")
        hour = timedelta(hours=1)
        self._dst = self._std[0] + hour, hour, summer
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        _made.clear()

    # The parts of the zone that hold at a local time.
    def _at(self, dt):
        if dt is None:
            return (None, None, None) if self._changes else self._std
        if dt.year < self._since:
            raise ValueError("the rules of %s before %d are not in this sandbox" % (self.key, self._since))
        if not self._changes:
            return self._std
        begin, end = [_moment(c, dt.year) for c in self._changes]
        south = begin > end
        if dt.fold:
            end -= self._dst[1]
        else:
            begin += self._dst[1]
        dt = dt.replace(tzinfo=None)
        begun, left = dt >= begin, dt < end
        return self._dst if (begun or left if south else begun and left) else self._std

    def utcoffset(self, dt):
        return self._at(dt)[0]

    def dst(self, dt):
        return self._at(dt)[1]

    def tzname(self, dt):
        return self._at(dt)[2]

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        std = dt + self._std[0]
        if self._changes:
            begin, end = [_moment(c, std.year).replace(tzinfo=self) for c in self._changes]
            end -= self._dst[1]
            if (std >= begin or std < end) if begin > end else begin <= std < end:
                std += self._dst[1]
            elif end <= std < end + self._dst[1]:
                std = std.replace(fold=1)
        self._at(std)
        return std

    def __str__(self):
        return self.key

    def __repr__(self):
        return "zoneinfo.ZoneInfo(key=%r)" % self.key

    def __reduce__(self):
        return ZoneInfo, (self.key,)
