# Warnings: shown on standard error once for each line and text, as a program meets them.
import sys

_filters = []
_seen = set()
_hook = None
filters = _filters


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


def formatwarning(message, category, filename, lineno, line=None):
    text = "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message)
    if line is None:
        try:
            with open(filename) as f:
                line = f.read().split("\n")[lineno - 1]
        except (OSError, IndexError):
            return text
    return text + "  " + line.strip() + "\n"


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename = message, category, filename
        self.lineno, self.file, self.line, self.source = lineno, file, line, source

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self.category.__name__, self.filename, self.lineno, self.line
        )


def _action(text, category, filename):
    for action, message, cat in _filters:
        if issubclass(category, cat) and (not message or _begins(text, message)):
            return action
    if issubclass(category, DeprecationWarning):
        return "default" if filename in (sys.argv[0], "<string>", "<stdin>") else "ignore"
    return "ignore" if category.__name__ in ("PendingDeprecationWarning", "ImportWarning", "ResourceWarning") else "default"


def _begins(text, pattern):
    import re

    return re.match(pattern, text, re.I)


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
        text = str(message)
    else:
        category = category or UserWarning
        text = message
        message = category(message)
    if not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    filename, lineno = _caller(stacklevel)
    action = _action(text, category, filename)
    if action == "error":
        raise message
    if action == "ignore":
        return
    key = (text, category.__name__, lineno if action == "default" else 0)
    if action != "always":
        if key in _seen:
            return
        _seen.add(key)
    if _hook is not None:
        _hook.append(WarningMessage(message, category, filename, lineno))
    else:
        showwarning(message, category, filename, lineno)


def _caller(stacklevel):
    try:
        frame = sys._getframe(stacklevel + 1)
        return frame.f_code.co_filename, frame.f_lineno
    except ValueError:
        return "<sys>", 0


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if _action(str(message), category, filename) == "error":
        raise category(message)
    showwarning(message, category, filename, lineno)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        raise ValueError("invalid action: %r" % action)
    item = (action, message, category)
    if append:
        _filters.append(item)
    else:
        _filters.insert(0, item)
    _seen.clear()


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, "", category, append=append)


def resetwarnings():
    _filters.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._given = action, category

    def __enter__(self):
        global _hook
        self._saved = _filters[:], _hook, set(_seen)
        _seen.clear()
        if self._given[0] is not None:
            simplefilter(*self._given)
        if self._record:
            _hook = []
            return _hook

    def __exit__(self, t, v, tb):
        global _hook, _seen
        saved, _hook, _seen = self._saved
        _filters[:] = saved


def deprecated(message, *, category=DeprecationWarning, stacklevel=1):
    def decorate(f):
        def wrapper(*args, **kwargs):
            warn(message, category, stacklevel + 1)
            return f(*args, **kwargs)

        from functools import update_wrapper

        return update_wrapper(wrapper, f)

    return decorate
