# Messages by importance.
import sys

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_levels = {"CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARN": 30, "WARNING": 30, "INFO": 20, "DEBUG": 10, "NOTSET": 0}
raiseExceptions = True
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
_start = None


def getLevelName(level):
    if level in _names:
        return _names[level]
    return _levels.get(level, "Level %s" % level)


def getLevelNamesMapping():
    return dict(_levels)


def addLevelName(level, levelName):
    _names[level] = levelName
    _levels[levelName] = level


def _level(level):
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError("Level not an integer or a valid string: %r" % (level,))
    if level not in _levels:
        raise ValueError("Unknown level: %r" % level)
    return _levels[level]


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        global _start
        import time

        if _start is None:
            _start = time.time()
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname.split("/")[-1]
        self.module = self.filename.split(".")[0]
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = time.time()
        self.msecs = int((self.created - int(self.created)) * 1000) + 0.0
        self.relativeCreated = (self.created - _start) * 1000
        self.thread = 1
        self.threadName = "MainThread"
        self.processName = "MainProcess"
        self.process = 1
        self.taskName = None

    def getMessage(self):
        msg = str(self.msg)
        return msg % self.args if self.args else msg

    def __repr__(self):
        return '<LogRecord: %s, %s, %s, %s, "%s">' % (self.name, self.levelno, self.pathname, self.lineno, self.msg)


def makeLogRecord(d):
    r = LogRecord(None, None, "", 0, "", (), None)
    for k, v in d.items():
        setattr(r, k, v)
    return r


class Formatter:
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        if style not in "%{$":
            raise ValueError("Style must be one of: %,{,$")
        self._fmt = fmt or {"%": "%(message)s", "{": "{message}", "$": "${message}"}[style]
        self._style = style
        self.datefmt = datefmt
        self._defaults = defaults

    def usesTime(self):
        return "asctime" in self._fmt

    def formatTime(self, record, datefmt=None):
        import time

        t = time.localtime(record.created)
        if datefmt:
            return time.strftime(datefmt, t)
        s = time.strftime(self.default_time_format, t)
        return self.default_msec_format % (s, record.msecs) if self.default_msec_format else s

    def formatException(self, ei):
        from traceback import format_exception

        s = "".join(format_exception(*ei))
        return s[:-1] if s.endswith("\n") else s

    def formatStack(self, stack_info):
        return stack_info

    def formatMessage(self, record):
        d = record.__dict__
        if self._defaults:
            d = dict(self._defaults, **d)
        if self._style == "%":
            return self._fmt % d
        if self._style == "{":
            return self._fmt.format(**d)
        from string import Template

        return Template(self._fmt).substitute(d)

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        s = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            s += ("" if s.endswith("\n") else "\n") + record.exc_text
        if record.stack_info:
            s += ("" if s.endswith("\n") else "\n") + self.formatStack(record.stack_info)
        return s


class Filter:
    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        n = self.name
        return not n or record.name == n or record.name.startswith(n + ".")


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for f in self.filters:
            result = f.filter(record) if hasattr(f, "filter") else f(record)
            if not result:
                return False
            if isinstance(result, LogRecord):
                record = result
        return record


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self.level = _level(level)
        self.formatter = None
        self.name = None

    def __repr__(self):
        where = getattr(self, "baseFilename", None) or getattr(getattr(self, "stream", None), "name", "")
        return "<%s %s(%s)>" % (type(self).__name__, where and str(where) + " ", getLevelName(self.level))

    def get_name(self):
        return self.name

    def set_name(self, name):
        self.name = name

    def setLevel(self, level):
        self.level = _level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or _default).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        record = self.filter(record)
        if record:
            self.emit(record)
        return record

    def handleError(self, record):
        from traceback import format_exc

        sys.stderr.write("--- Logging error ---\n" + format_exc())

    def acquire(self):
        pass

    release = flush = createLock = close = acquire


_default = Formatter()


class NullHandler(Handler):
    def handle(self, record):
        pass

    emit = handle


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self._given = stream

    @property
    def stream(self):
        return sys.stderr if self._given is None else self._given

    @stream.setter
    def stream(self, value):
        self._given = value

    def setStream(self, stream):
        old, self._given = self._given, stream
        return old

    def flush(self):
        if hasattr(self.stream, "flush"):
            self.stream.flush()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        import os

        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode = mode
        self.encoding, self.errors, self.delay = encoding, errors, delay
        StreamHandler.__init__(self)
        if not delay:
            self._given = self._open()

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def close(self):
        if self._given is not None:
            self._given.close()
            self._given = None

    def emit(self, record):
        if self._given is None:
            self._given = self._open()
        StreamHandler.emit(self, record)


class _LastResort(StreamHandler):
    pass


lastResort = _LastResort()
lastResort.level = WARNING


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name = name
        self.level = _level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def __repr__(self):
        return "<%s %s (%s)>" % (type(self).__name__, self.name, getLevelName(self.getEffectiveLevel()))

    def setLevel(self, level):
        self.level = _level(level)

    def debug(self, msg, *args, **kw):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kw)

    def info(self, msg, *args, **kw):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kw)

    def warning(self, msg, *args, **kw):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kw)

    warn = warning

    def error(self, msg, *args, **kw):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kw)

    def exception(self, msg, *args, exc_info=True, **kw):
        self.error(msg, *args, exc_info=exc_info, **kw)

    def critical(self, msg, *args, **kw):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kw)

    fatal = critical

    def log(self, level, msg, *args, **kw):
        if not isinstance(level, int):
            raise TypeError("level must be an integer")
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kw)

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        r = LogRecord(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        for k, v in (extra or {}).items():
            if k in ("message", "asctime") or k in r.__dict__:
                raise KeyError("Attempt to overwrite %r in LogRecord" % k)
            setattr(r, k, v)
        return r

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, getattr(exc_info, "__traceback__", None))
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        name, line, func = _caller(stacklevel)
        self.handle(self.makeRecord(self.name, level, name, line, msg, args, exc_info, func, extra))

    def handle(self, record):
        if not self.disabled:
            record = self.filter(record)
            if record:
                self.callHandlers(record)

    def addHandler(self, h):
        if h not in self.handlers:
            self.handlers.append(h)

    def removeHandler(self, h):
        if h in self.handlers:
            self.handlers.remove(h)

    def hasHandlers(self):
        c = self
        while c:
            if c.handlers:
                return True
            c = c.parent if c.propagate else None
        return False

    def callHandlers(self, record):
        c = self
        found = False
        while c:
            for h in c.handlers:
                found = True
                if record.levelno >= h.level:
                    h.handle(record)
            c = c.parent if c.propagate else None
        if not found and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def getEffectiveLevel(self):
        c = self
        while c:
            if c.level:
                return c.level
            c = c.parent
        return NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and level > _disabled and level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        return getLogger(suffix if self is root else self.name + "." + suffix)


# Who asked for a message: file, line and function of the first frame that is not of this file, or of one further up.
def _caller(stacklevel):
    f = sys._getframe()
    here = f.f_code.co_filename
    while f and f.f_code.co_filename == here:
        f = f.f_back
    while f and stacklevel > 1 and f.f_back:
        f = f.f_back
        stacklevel -= 1
    while f and f.f_code.co_name[1:] in ("listcomp>", "dictcomp>", "setcomp>") and f.f_back:
        f = f.f_back
    return (f.f_code.co_filename, f.f_lineno, f.f_code.co_name) if f else ("(unknown file)", 0, "(unknown function)")


_disabled = 0
root = Logger("root", WARNING)
Logger.root = root
_loggers = {}


class _Manager:
    loggerDict = _loggers
    root = root


Logger.manager = root.manager = _Manager


def getLogger(name=None):
    if not name or name == "root":
        return root
    if not isinstance(name, str):
        raise TypeError("A logger name must be a string")
    if name not in _loggers:
        logger = _loggers[name] = _class(name)
        logger.parent = _parent(name)
        # Those below that hung from further up hang from here now.
        for n, other in _loggers.items():
            if n.startswith(name + "."):
                other.parent = _parent(n)
    return _loggers[name]


def _parent(name):
    while "." in name:
        name = name[: name.rindex(".")]
        if name in _loggers:
            return _loggers[name]
    return root


_class = Logger


def setLoggerClass(cls):
    global _class
    _class = cls


def getLoggerClass():
    return _class


class LoggerAdapter:
    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra

    def __getattr__(self, name):
        return getattr(self.logger, name)

    def process(self, msg, kwargs):
        kwargs["extra"] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kw):
        if self.logger.isEnabledFor(level):
            msg, kw = self.process(msg, kw)
            self.logger.log(level, msg, *args, **kw)

    def debug(self, msg, *args, **kw):
        self.log(DEBUG, msg, *args, **kw)

    def info(self, msg, *args, **kw):
        self.log(INFO, msg, *args, **kw)

    def warning(self, msg, *args, **kw):
        self.log(WARNING, msg, *args, **kw)

    def error(self, msg, *args, **kw):
        self.log(ERROR, msg, *args, **kw)

    def exception(self, msg, *args, exc_info=True, **kw):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kw)

    def critical(self, msg, *args, **kw):
        self.log(CRITICAL, msg, *args, **kw)


def basicConfig(**kw):
    if kw.pop("force", False):
        for h in root.handlers[:]:
            root.removeHandler(h)
            h.close()
    if root.handlers:
        return
    handlers = kw.pop("handlers", None)
    filename = kw.pop("filename", None)
    mode = kw.pop("filemode", "a")
    stream = kw.pop("stream", None)
    encoding = kw.pop("encoding", None)
    errors = kw.pop("errors", None)
    if handlers is None:
        handlers = [FileHandler(filename, mode, encoding, False, errors) if filename else StreamHandler(stream)]
    datefmt = kw.pop("datefmt", None)
    style = kw.pop("style", "%")
    fmt = kw.pop("format", {"%": BASIC_FORMAT, "{": "{levelname}:{name}:{message}", "$": "${levelname}:${name}:${message}"}[style])
    level = kw.pop("level", None)
    if kw:
        raise ValueError("Unrecognised argument(s): " + ", ".join(kw))
    for h in handlers:
        if h.formatter is None:
            h.setFormatter(Formatter(fmt, datefmt, style))
        root.addHandler(h)
    if level is not None:
        root.setLevel(level)


def _ready():
    if not root.handlers:
        basicConfig()


def debug(msg, *args, **kw):
    _ready()
    root.debug(msg, *args, **kw)


def info(msg, *args, **kw):
    _ready()
    root.info(msg, *args, **kw)


def warning(msg, *args, **kw):
    _ready()
    root.warning(msg, *args, **kw)


warn = warning


def error(msg, *args, **kw):
    _ready()
    root.error(msg, *args, **kw)


def exception(msg, *args, exc_info=True, **kw):
    error(msg, *args, exc_info=exc_info, **kw)


def critical(msg, *args, **kw):
    _ready()
    root.critical(msg, *args, **kw)


fatal = critical


def log(level, msg, *args, **kw):
    _ready()
    root.log(level, msg, *args, **kw)


def disable(level=CRITICAL):
    global _disabled
    _disabled = _level(level)


def shutdown():
    pass


def captureWarnings(capture):
    pass
