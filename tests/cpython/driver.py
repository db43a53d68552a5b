"""Runs the tests of one module of CPython's, method by method, and says of each what came of it.

driver.py MODULE; the tests to leave out stand in the file left_out, one a line.
"""
import sys
import unittest

MARK = "\x1e"


def say(*parts):
    sys.__stdout__.write(MARK + "\t".join(parts) + "\n")
    sys.__stdout__.flush()


def first_line(text):
    lines = str(text).strip().splitlines()
    return lines[0][:200] if lines else ""


class Result(unittest.TestResult):
    """Tells each outcome when it is known; of a test with several failures the first."""

    def startTest(self, test):
        self.name = type(test).__name__ + "." + test._testMethodName
        self.told = False
        say("begin", self.name)

    def tell(self, outcome, reason=""):
        if not self.told:
            self.told = True
            say(outcome, self.name, first_line(reason))

    def problem(self, outcome, err):
        value = err[1] if isinstance(err, tuple) else err
        self.tell(outcome, type(value).__name__ + ": " + first_line(value))

    def addSuccess(self, test):
        self.tell("pass")

    def addFailure(self, test, err):
        self.problem("fail", err)

    def addError(self, test, err):
        self.problem("fail", err)

    def addSkip(self, test, reason):
        self.tell("skip", reason)

    def addExpectedFailure(self, test, err):
        self.tell("pass")

    def addUnexpectedSuccess(self, test):
        self.tell("fail", "unexpected success")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.problem("fail", err)


class Absent:
    """A module that is not in the sandbox on purpose: a test that uses it does not apply."""

    HIGHEST_PROTOCOL = DEFAULT_PROTOCOL = 5
    ELLIPSIS = NORMALIZE_WHITESPACE = IGNORE_EXCEPTION_DETAIL = 0

    def __init__(self, name):
        self.__name__ = name

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        module = self.__name__

        class Missing:
            def __init__(self, *args, **kwargs):
                raise unittest.SkipTest("needs " + module)

        Missing.__name__ = name
        return Missing


for name in "_pickle ast atexit bz2 codecs contextvars copyreg ctypes dis doctest http http.client http.server importlib importlib.util linecache locale logging.config logging.handlers lzma marshal multiprocessing pickle pydoc select shelve signal socket socketserver stat subprocess sysconfig tarfile threading unicodedata weakref zoneinfo".split():
    try:
        __import__(name)
    except (ImportError, AttributeError): # of what is in an absent package
        sys.modules[name] = Absent(name)
# What is there for programs and is less than CPython's.
sys.modules["threading"] = Absent("threads that run at the same time")
sys.modules["weakref"] = Absent("references that let go")


def cases(module):
    seen = set()
    for name in dir(module):
        cls = getattr(module, name)
        if isinstance(cls, type) and issubclass(cls, unittest.TestCase) and cls not in seen:
            seen.add(cls)
            yield cls


def run(module_name, left_out):
    try:
        __import__(module_name)
        module = sys.modules[module_name]
        getattr(module, "setUpModule", lambda: None)()
    except unittest.SkipTest as e:
        say("module", "skip", first_line(e))
        return
    except BaseException as e:
        say("module", "fail", type(e).__name__ + ": " + first_line(e))
        return
    for cls in cases(module):
        names = [n for n in dir(cls) if n.startswith("test") and callable(getattr(cls, n))]
        names = [n for n in sorted(names) if cls.__name__ + "." + n not in left_out]
        if not names:
            continue
        if getattr(cls, "module", cls) is None or any(["CTest" == c.__name__ for c in cls.__mro__]):
            for n in names:
                say("skip", cls.__name__ + "." + n, "the implementation in C")
            continue
        try:
            cls.setUpClass()
        except BaseException as e:
            for n in names:
                say("skip" if isinstance(e, unittest.SkipTest) else "fail", cls.__name__ + "." + n, "setUpClass: " + first_line(e))
            continue
        for n in names:
            result = Result()
            result.name, result.told = cls.__name__ + "." + n, False
            try:
                cls(n).run(result)
            except BaseException as e:
                result.tell("fail", type(e).__name__ + ": " + first_line(e))
            result.tell("fail", "no outcome")
        try:
            cls.tearDownClass()
            cls.doClassCleanups()
        except BaseException:
            pass
    say("end")


with open("left_out") as f:
    run(sys.argv[1], set(f.read().split("\n")))
