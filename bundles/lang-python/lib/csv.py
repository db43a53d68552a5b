# Tables as text.
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
_limit = 131072


class Error(Exception):
    pass


class Dialect:
    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_names = ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "strict")


class _Made(Dialect):
    pass


def _dialect(dialect, kw):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    d = _Made()
    for name in _names:
        setattr(d, name, getattr(dialect, name) if dialect is not None and hasattr(dialect, name) else getattr(Dialect, name))
    for name, value in kw.items():
        if name not in _names:
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        setattr(d, name, value)
    for name in ("delimiter", "quotechar", "escapechar"):
        v = getattr(d, name)
        if v is None and name != "delimiter":
            continue
        if not isinstance(v, str):
            raise TypeError('"%s" must be string%s, not %s' % (name, "" if name == "delimiter" else " or None", type(v).__name__))
        if len(v) != 1:
            raise TypeError('"%s" must be a 1-character string' % name)
    if d.quotechar is None and d.quoting != QUOTE_NONE:
        if "quoting" in kw or dialect is None:
            raise TypeError("quotechar must be set if quoting enabled")
        d.quoting = QUOTE_NONE
    return d


def register_dialect(name, dialect=None, **kw):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _dialect(dialect, kw)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(new=None):
    global _limit
    old = _limit
    if new is not None:
        _limit = new
    return old


class _Reader:
    def __init__(self, lines, dialect):
        self._lines = iter(lines)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error("iterator should return strings, not %s (the file should be opened in text mode)" % type(line).__name__)
        self.line_num += 1
        return line

    def __next__(self):
        d = self.dialect
        quote, delimiter, escape = d.quotechar, d.delimiter, d.escapechar
        line = self._line()
        if d.quoting != QUOTE_NONE and quote is not None and quote in line or escape is not None and escape in line or d.skipinitialspace:
            return self._careful(line)
        if line.endswith("\n"):
            line = line[:-1]
        if line.endswith("\r"):
            line = line[:-1]
        if "\r" in line or "\n" in line:
            raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
        if not line:
            return []
        fields = line.split(delimiter)
        return [float(f) for f in fields] if d.quoting == QUOTE_NONNUMERIC else fields

    def _careful(self, line):
        d = self.dialect
        quote, delimiter, escape = d.quotechar if d.quoting != QUOTE_NONE else None, d.delimiter, d.escapechar
        fields = []
        field = []
        state = 0  # 0: a field begins, 1: in one, 2: in quotes, 3: after a quote in quotes
        numeric = d.quoting == QUOTE_NONNUMERIC
        quoted = False
        escaped = False
        ended = False
        while True:
            for c in line:
                if escaped:
                    field.append(c)
                    escaped = False
                    state = state or 1
                elif state == 2:
                    if c == escape:
                        escaped = True
                    elif c == quote:
                        state = 3 if d.doublequote else 1
                    else:
                        field.append(c)
                elif ended:
                    if c not in "\r\n":
                        raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                elif c in "\r\n":
                    ended = True
                elif state == 3 and c == quote:
                    field.append(c)
                    state = 2
                elif c == delimiter:
                    fields.append(_value(field, numeric and not quoted))
                    field = []
                    state = 0
                    quoted = False
                elif state == 0 and c == quote:
                    state = 2
                    quoted = True
                elif c == escape:
                    escaped = True
                elif state == 0 and c == " " and d.skipinitialspace:
                    pass
                elif state == 3:
                    if d.strict:
                        raise Error("'%s' expected after '%s'" % (delimiter, quote))
                    field.append(c)
                    state = 1
                else:
                    field.append(c)
                    state = 1
            if state == 2 or escaped:
                try:
                    line = self._line()
                    continue
                except StopIteration:
                    if d.strict:
                        raise Error("unexpected end of data")
            break
        if not fields and not field and state == 0 and not quoted:
            return []
        fields.append(_value(field, numeric and not quoted))
        return fields


def _value(field, number):
    if len(field) > _limit:
        raise Error("field larger than field limit (%d)" % _limit)
    s = "".join(field)
    return float(s) if number else s


def reader(iterable, dialect="excel", **kw):
    return _Reader(iterable, _dialect(dialect, kw))


class _Writer:
    def __init__(self, file, dialect):
        self._write = file.write
        self.dialect = dialect

    def writerow(self, row):
        d = self.dialect
        try:
            row = list(row)
        except TypeError:
            raise Error("iterable expected, not " + type(row).__name__)
        out = []
        for v in row:
            out.append(self._field(v, len(row)))
        return self._write(d.delimiter.join(out) + d.lineterminator)

    def _field(self, v, n):
        d = self.dialect
        if v is None:
            s = ""
        elif isinstance(v, str):
            s = v
        else:
            s = repr(v) if isinstance(v, float) else str(v)
        q = d.quoting
        if q == QUOTE_NONE:
            return self._escape(s, n)
        if (
            q == QUOTE_ALL
            or q == QUOTE_NONNUMERIC and not isinstance(v, (int, float))
            or q == QUOTE_STRINGS and isinstance(v, str)
            or q == QUOTE_NOTNULL and v is not None
        ):
            need = True
        else:
            need = not s and n == 1 or d.delimiter in s or d.quotechar in s and (d.doublequote or not d.escapechar) or "\n" in s or "\r" in s or any([c in s for c in d.lineterminator]) or s[:1] == " " and d.skipinitialspace
            if not need and d.quotechar in s:
                return self._escape(s, n, d.quotechar)
            if not need and d.escapechar is not None and d.escapechar in s:
                return s.replace(d.escapechar, d.escapechar * 2)
        if not need:
            return s
        quote = d.quotechar
        if d.escapechar is not None:
            s = s.replace(d.escapechar, d.escapechar * 2)
        if quote in s:
            if d.doublequote:
                s = s.replace(quote, quote + quote)
            elif d.escapechar is None:
                raise Error("need to escape, but no escapechar set")
            else:
                s = s.replace(quote, d.escapechar + quote)
        return quote + s + quote

    def _escape(self, s, n, only=None):
        d = self.dialect
        special = only or d.delimiter + (d.quotechar or "") + "\r\n" + d.lineterminator
        special += d.escapechar or ""
        if not s and n == 1:
            raise Error("single empty field record must be quoted")
        out = []
        for c in s:
            if c in special:
                if d.escapechar is None:
                    raise Error("need to escape, but no escapechar set")
                out.append(d.escapechar)
            out.append(c)
        return "".join(out)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(fileobj, dialect="excel", **kw):
    return _Writer(fileobj, _dialect(dialect, kw))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = None if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
            self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        d = dict(zip(names, row))
        if len(names) < len(row):
            d[self.restkey] = row[len(names) :]
        else:
            for name in names[len(row) :]:
                d[name] = self.restval
        return d


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = fieldnames if isinstance(fieldnames, (list, tuple)) else list(fieldnames)
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction.lower()
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def _list(self, row):
        if self.extrasaction == "raise":
            wrong = [k for k in row if k not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return [row.get(k, self.restval) for k in self.fieldnames]

    def writerow(self, row):
        return self.writer.writerow(self._list(row))

    def writerows(self, rows):
        for row in rows:
            self.writer.writerow(self._list(row))


class Sniffer:
    preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        import re

        class dialect(Dialect):
            _name = "sniffed"
            quotechar = '"'
            doublequote = '""' in sample

        lines = [line for line in sample.splitlines() if line]
        # What stands beside quoted fields, if there are some.
        found = {}
        for m in re.finditer(r"""(?m)(?:^|([^\w\n"'])( ?))(["'])(?:(?!\3).|\n)*?\3(?:$|(?=([^\w\n"'])))""", sample):
            c = m[1] or m[4]
            if c and (delimiters is None or c in delimiters):
                n, spaces = found.get(c, (0, True))
                found[c] = n + 1, spaces and (m[1] is None or m[2] == " ")
                dialect.quotechar = m[3]
        if found:
            dialect.delimiter = max(found, key=lambda c: found[c][0])
            dialect.skipinitialspace = found[dialect.delimiter][1] and ", " in sample.replace(dialect.delimiter, ",")
            return dialect
        best = None
        for c in delimiters or [",", "\t", ";", "|", ":", " "] + sorted(set(lines[0] if lines else "") - set("_.-\"'")):
            counts = [line.count(c) for line in lines] if not c.isalnum() else ()
            if counts and counts[0] and all([n == counts[0] for n in counts]):
                best = c
                break
        if best is None:
            raise Error("Could not determine delimiter")
        dialect.delimiter = best
        dialect.skipinitialspace = all([line.count(best) == line.count(best + " ") for line in lines])
        return dialect

    def has_header(self, sample):
        rows = list(reader(sample.splitlines(), self.sniff(sample)))
        if len(rows) < 2:
            return False
        votes = 0
        for i, name in enumerate(rows[0]):
            column = [row[i] for row in rows[1:21] if len(row) == len(rows[0])]
            if all([_is_number(v) for v in column]) and column:
                votes += -1 if _is_number(name) else 1
            elif column and len(set([len(v) for v in column])) == 1:
                votes += 1 if len(name) != len(column[0]) else -1
        return votes > 0


def _is_number(s):
    try:
        complex(s)
        return True
    except ValueError:
        return False
