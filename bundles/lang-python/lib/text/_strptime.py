# Reading dates and times after a format.
from calendar import day_name, month_name


def _number(s, i, most, low, high):
    j = i
    while j < len(s) and j - i < most and s[j] in "0123456789":
        j += 1
    # As few digits as it takes to stay in range, which is what a pattern would match.
    while j > i and not low <= int(s[i:j]) <= high:
        j -= 1
    return j


def _name(s, i, names):
    best = None
    for n, name in enumerate(names):
        if name and s[i : i + len(name)].lower() == name.lower() and (best is None or len(name) > len(names[best])):
            best = n
    return best


class _Bad(Exception):
    pass


def _match(s, fmt):
    f = {}
    i = k = 0
    while k < len(fmt):
        c = fmt[k]
        if c in " \t\n\r\f\v":
            while k < len(fmt) and fmt[k] in " \t\n\r\f\v":
                k += 1
            j = i
            while j < len(s) and s[j] in " \t\n\r\f\v":
                j += 1
            if j == i:
                raise _Bad
            i = j
            continue
        if c != "%":
            if s[i : i + 1].lower() != c.lower():
                raise _Bad
            i += 1
            k += 1
            continue
        c = fmt[k + 1 : k + 2]
        k += 2
        if c == "":
            raise ValueError("stray %% in format '%s'" % fmt)
        if c in _shorthands:
            i = _sub(s, i, _shorthands[c], f)
        else:
            i = _field(s, i, c, f, fmt, fmt[k:])
    return f, i


def _sub(s, i, fmt, f):
    more, n = _match(s[i:], fmt)
    f.update(more)
    return i + n


_shorthands = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "T": "%H:%M:%S", "R": "%H:%M", "F": "%Y-%m-%d"}
_ranges = {
    "d": (2, 1, 31), "H": (2, 0, 23), "I": (2, 1, 12), "j": (3, 1, 366), "m": (2, 1, 12), "M": (2, 0, 59), "S": (2, 0, 61),
    "U": (2, 0, 53), "W": (2, 0, 53), "w": (1, 0, 6), "u": (1, 1, 7), "V": (2, 1, 53),
}


def _field(s, i, c, f, fmt, rest):
    if c in _ranges:
        most, low, high = _ranges[c]
        if c == "d" and s[i : i + 1] == " " and s[i + 1 : i + 2].isdigit():
            i += 1
        j = _number(s, i, most, low, high)
    elif c == "Y" or c == "G":
        j = i + 4 if s[i : i + 4].isdigit() and len(s[i : i + 4]) == 4 else i
    elif c == "y":
        j = i + 2 if s[i : i + 2].isdigit() and len(s[i : i + 2]) == 2 else i
    elif c == "f":
        j = i
        while j < len(s) and j - i < 6 and s[j] in "0123456789":
            j += 1
    elif c in "aAbBhp":
        if c == "p":
            names = ["am", "pm"]
        else:
            names = list(day_name) if c in "aA" else list(month_name)
            if c in "abh":
                names = [n[:3] for n in names]
        n = _name(s, i, names)
        if n is None:
            raise _Bad
        f[{"A": "a", "B": "b", "h": "b"}.get(c, c)] = n
        return i + len(names[n])
    elif c == "z":
        return _zone(s, i, f)
    elif c == "Z":
        for name in ("UTC", "GMT"):
            if s[i : i + 3].upper() == name:
                f["Z"] = name
                return i + 3
        return i
    elif c == "%":
        if s[i : i + 1] != "%":
            raise _Bad
        return i + 1
    else:
        raise ValueError("'%s' is a bad directive in format '%s'" % (c, fmt))
    if j == i:
        raise _Bad
    f[c] = s[i:j]
    return j


def _zone(s, i, f):
    if s[i : i + 1] == "Z":
        f["z"] = 0
        return i + 1
    if s[i : i + 1] not in ("+", "-"):
        raise _Bad
    sign = -1 if s[i] == "-" else 1
    j = i + 1
    parts = []
    while len(parts) < 3 and s[j : j + 2].isdigit() and len(s[j : j + 2]) == 2:
        parts.append(int(s[j : j + 2]))
        j += 2
        if s[j : j + 1] == ":" and s[j + 1 : j + 2].isdigit():
            j += 1
    us = 0
    if len(parts) == 3 and s[j : j + 1] == ".":
        k = j + 1
        while k < len(s) and s[k].isdigit() and k - j < 7:
            k += 1
        us = int((s[j + 1 : k] + "000000")[:6])
        j = k
    if len(parts) < 2:
        raise _Bad
    parts += [0]
    f["z"] = sign * (((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1000000 + us)
    return j


def parse(s, fmt):
    # Gives year, month, day, hour, minute, second, microsecond, offset in microseconds or None,
    # the zone's name or None, and whether a year was given.
    for what in (s, fmt):
        if not isinstance(what, str):
            raise TypeError("strptime() argument %d must be str, not %s" % (0 if what is s else 1, type(what).__name__))
    try:
        f, end = _match(s, fmt)
    except _Bad:
        raise ValueError("time data %r does not match format %r" % (s, fmt))
    if end != len(s):
        raise ValueError("unconverted data remains: " + s[end:])
    from datetime import _iso_to_date, _ordinal, _from_ordinal, _in_month, _leap

    year = None
    if "Y" in f:
        year = int(f["Y"])
    elif "y" in f:
        year = int(f["y"])
        year += 2000 if year < 69 else 1900
    month = int(f["m"]) if "m" in f else f.get("b", 1)
    day = int(f.get("d", 1))
    if "I" in f:
        hour = int(f["I"]) % 12
        if f.get("p") == 1:
            hour += 12
    else:
        hour = int(f.get("H", 0))
    weekday = f["a"] if "a" in f else (int(f["w"]) + 6) % 7 if "w" in f else int(f["u"]) - 1 if "u" in f else None
    if "G" in f and "V" not in f or "G" in f and weekday is None:
        raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
    if "V" in f and "G" not in f:
        raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
    y = 1900 if year is None else year
    if year is None and month == 2 and day == 29:
        y = 1904
    if "G" in f:
        y, month, day = _iso_to_date(int(f["G"]), int(f["V"]), weekday + 1)
    elif "j" in f and "m" not in f and "b" not in f:
        y, month, day = _from_ordinal(_ordinal(y, 1, 1) + int(f["j"]) - 1)
    elif weekday is not None and ("U" in f or "W" in f) and year is not None:
        first = (_ordinal(y, 1, 1) + 6) % 7
        if "U" in f:
            week, first, wd = int(f["U"]), (first + 1) % 7, (weekday + 1) % 7
        else:
            week, wd = int(f["W"]), weekday
        yday = wd - first if week == 0 else (7 - first) % 7 + 7 * (week - 1) + wd
        y, month, day = _from_ordinal(_ordinal(y, 1, 1) + yday)
    if day > _in_month(y, month):
        raise ValueError("day is out of range for month")
    us = int((f["f"] + "00000")[:6]) if "f" in f else 0
    if year is None and y == 1904:
        y = 1900
    return y, month, day, hour, int(f.get("M", 0)), int(f.get("S", 0)), us, f.get("z"), f.get("Z")


def parse_datetime(cls, s, fmt):
    y, mo, d, h, mi, sec, us, off, name = parse(s, fmt)
    tz = None
    if off is not None:
        from datetime import _delta, timezone

        delta = _delta(off)
        tz = timezone(delta, name) if name else timezone(delta) if delta else timezone.utc
    return cls(y, mo, d, h, mi, sec, us, tz)
