# Exceptions as text.
import sys



def _text(exc):
    # The runtime's own printer knows the frames.
    import io

    f = io.StringIO()
    sys.print_exception(exc, f)
    return f.getvalue()


def format_exception_only(exc, value=None):
    exc = exc if isinstance(exc, BaseException) or exc is None else value
    if exc is None:
        return ["NoneType: None\n"]
    t = type(exc)
    module = getattr(t, "__module__", None)
    name = getattr(t, "__qualname__", t.__name__)
    if module not in ("__main__", "builtins", None):
        name = module + "." + name
    if isinstance(exc, SyntaxError):
        lines = _text(exc).splitlines(True)
        start = 0
        for i, line in enumerate(lines):
            if line.startswith('  File "'):
                start = i
        return lines[start:]
    try:
        s = str(exc)
    except Exception:
        s = "<exception str() failed>"
    out = [name + (": " + s if s else "") + "\n"]
    for note in getattr(exc, "__notes__", ()):
        out += [line + "\n" for line in note.split("\n")]
    return out


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    exc = exc if isinstance(exc, BaseException) or exc is None else value
    if exc is None:
        return ["NoneType: None\n"]
    return _text(exc).splitlines(True)


def format_exc(limit=None, chain=True):
    exc = sys.exc_info()[1]
    return "NoneType: None\n" if exc is None else _text(exc)


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    (file or sys.stderr).write("".join(format_exception(exc, value)))


def print_exc(limit=None, file=None, chain=True):
    (file or sys.stderr).write(format_exc())


def print_last(limit=None, file=None, chain=True):
    print_exc(limit, file, chain)


class FrameSummary:
    def __init__(self, filename, lineno, name, line=None):
        self.filename, self.lineno, self.name, self.line = filename, lineno, name, line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __repr__(self):
        return "<FrameSummary file %s, line %s in %s>" % (self.filename, self.lineno, self.name)


def _frames(exc):
    found = StackSummary()
    lines = _text(exc).splitlines()
    for i, line in enumerate(lines):
        if line.startswith('  File "') and ", line " in line:
            name, _, rest = line[8:].partition('", line ')
            number, _, where = rest.partition(", in ")
            source = lines[i + 1].strip() if i + 1 < len(lines) and lines[i + 1].startswith("    ") else ""
            found.append(FrameSummary(name, int(number), where or "<module>", source))
    return found


class StackSummary(list):
    def format(self):
        return ['  File "%s", line %s, in %s\n%s' % (f.filename, f.lineno, f.name, "    " + f.line + "\n" if f.line else "") for f in self]


def _summary(found, frame, lineno):
    code = frame.f_code
    source = ""
    try:
        with open(code.co_filename) as f:
            for n, line in enumerate(f, 1):
                if n == lineno:
                    source = line.strip()
    except OSError:
        pass
    found.append(FrameSummary(code.co_filename, lineno, code.co_name, source))


def extract_tb(tb, limit=None):
    found = StackSummary()
    while tb is not None and (limit is None or len(found) < limit):
        _summary(found, tb.tb_frame, tb.tb_lineno)
        tb = tb.tb_next
    return found


def format_tb(tb, limit=None):
    return extract_tb(tb).format()


def print_tb(tb, limit=None, file=None):
    (file or sys.stderr).write("".join(format_tb(tb)))


def format_list(extracted_list):
    return StackSummary([FrameSummary(*f) for f in extracted_list]).format()


def extract_stack(f=None, limit=None):
    f = f or sys._getframe(1)
    found = StackSummary()
    while f is not None and (limit is None or len(found) < limit):
        _summary(found, f, f.f_lineno)
        f = f.f_back
    found.reverse()
    return found


def format_stack(f=None, limit=None):
    return extract_stack(f or sys._getframe(1), limit).format()


def print_stack(f=None, limit=None, file=None):
    (file or sys.stderr).write("".join(format_stack(f or sys._getframe(1), limit)))


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback=None, **kwargs):
        self.exc_type = exc_type
        self._exc = exc_value
        self.stack = _frames(exc_value)

    @classmethod
    def from_exception(cls, exc, **kwargs):
        return cls(type(exc), exc, None)

    def __str__(self):
        return str(self._exc)

    def format_exception_only(self):
        yield from format_exception_only(self._exc)

    def format(self, *, chain=True):
        yield from format_exception(self._exc)
