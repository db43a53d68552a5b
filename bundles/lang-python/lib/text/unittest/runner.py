# Finding tests, running them, and telling what came of it.
import sys
from .case import TestCase


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.testsRun = 0
        self.shouldStop = False
        self.failfast = False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    stopTestRun = startTestRun

    def stop(self):
        self.shouldStop = True

    def _text(self, exc):
        if exc is None or isinstance(exc, tuple):
            exc = exc[1] if exc else None
        from traceback import format_exception

        # Without the frames of this package.
        out = ""
        ours = False
        for line in format_exception(exc):
            if line.startswith('  File "'):
                ours = line.startswith('  File "unittest/')
            elif not line.startswith("    "):
                ours = False
            out += "" if ours else line
        return out

    def addError(self, test, err):
        self.errors.append((test, self._text(err)))
        self.shouldStop = self.shouldStop or self.failfast

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err)))
        self.shouldStop = self.shouldStop or self.failfast

    def addSubTest(self, test, text, err):
        kind = self.failures if isinstance(err, test.failureException) else self.errors
        kind.append((_Sub(test, text), self._text(err)))

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)


class _Sub:
    def __init__(self, test, text):
        self.test, self.text = test, text

    def __str__(self):
        return str(self.test) + " " + self.text

    def shortDescription(self):
        return None


class TextTestResult(TestResult):
    def __init__(self, stream, descriptions, verbosity):
        TestResult.__init__(self)
        self.stream = stream
        self.all = verbosity > 1
        self.dots = verbosity == 1

    def getDescription(self, test):
        doc = test.shortDescription() if hasattr(test, "shortDescription") else None
        return str(test) + "\n" + doc if doc else str(test)

    def startTest(self, test):
        TestResult.startTest(self, test)
        if self.all:
            self.stream.write(self.getDescription(test) + " ... ")

    def _say(self, word, dot):
        if self.all:
            self.stream.write(word + "\n")
        elif self.dots:
            self.stream.write(dot)

    def addSuccess(self, test):
        self._say("ok", ".")

    def addError(self, test, err):
        TestResult.addError(self, test, err)
        self._say("ERROR", "E")

    def addFailure(self, test, err):
        TestResult.addFailure(self, test, err)
        self._say("FAIL", "F")

    def addSubTest(self, test, text, err):
        TestResult.addSubTest(self, test, text, err)
        word = "FAIL" if isinstance(err, test.failureException) else "ERROR"
        if self.all:
            self.stream.write("\n  %s %s ... %s\n" % (test, text, word))
        elif self.dots:
            self.stream.write(word[0])

    def addSkip(self, test, reason):
        TestResult.addSkip(self, test, reason)
        self._say("skipped %r" % reason, "s")

    def addExpectedFailure(self, test, err):
        TestResult.addExpectedFailure(self, test, err)
        self._say("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        TestResult.addUnexpectedSuccess(self, test)
        self._say("unexpected success", "u")

    def printErrors(self):
        if self.dots or self.all:
            self.stream.write("\n")
        for word, items in (("ERROR", self.errors), ("FAIL", self.failures)):
            for test, text in items:
                self.stream.write("=" * 70 + "\n%s: %s\n" % (word, self.getDescription(test)) + "-" * 70 + "\n" + text + "\n")
        for test in self.unexpectedSuccesses:
            self.stream.write("=" * 70 + "\nUNEXPECTED SUCCESS: %s\n" % self.getDescription(test))


class TestSuite:
    def __init__(self, tests=()):
        self._tests = list(tests)

    def __iter__(self):
        return iter(self._tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        for t in tests:
            self.addTest(t)

    def countTestCases(self):
        return sum([t.countTestCases() for t in self._tests])

    def _all(self):
        for t in self._tests:
            if isinstance(t, TestSuite):
                yield from t._all()
            else:
                yield t

    def __call__(self, result):
        return self.run(result)

    def run(self, result):
        current = None
        broken = False
        for t in self._all():
            if result.shouldStop:
                break
            cls = type(t)
            if cls is not current:
                self._leave(current, broken, result)
                current = cls
                broken = False
                if not getattr(cls, "__unittest_skip__", False):
                    try:
                        cls.setUpClass()
                    except Exception as e:
                        broken = True
                        from .case import SkipTest

                        name = _Named("setUpClass (%s.%s)" % (cls.__module__, cls.__qualname__))
                        if isinstance(e, SkipTest):
                            result.addSkip(name, str(e))
                        else:
                            result.addError(name, e)
            if not broken:
                t(result)
        self._leave(current, broken, result)
        return result

    def _leave(self, cls, broken, result):
        if cls is None or broken or getattr(cls, "__unittest_skip__", False):
            return
        try:
            cls.tearDownClass()
            for f, args, kwargs in reversed(getattr(cls, "_class_cleanups", [])):
                f(*args, **kwargs)
        except Exception as e:
            result.addError(_Named("tearDownClass (%s.%s)" % (cls.__module__, cls.__qualname__)), e)


class _Named:
    failureException = AssertionError

    def __init__(self, name):
        self.name = name

    def __str__(self):
        return self.name


class TestLoader:
    testMethodPrefix = "test"
    suiteClass = TestSuite

    def getTestCaseNames(self, cls):
        return sorted([n for n in dir(cls) if n.startswith(self.testMethodPrefix) and callable(getattr(cls, n))])

    def loadTestsFromTestCase(self, cls):
        names = self.getTestCaseNames(cls)
        if not names and hasattr(cls, "runTest"):
            names = ["runTest"]
        return TestSuite([cls(n) for n in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        found = []
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, TestCase) and obj.__module__ != "unittest.case":
                found.append(self.loadTestsFromTestCase(obj))
        return TestSuite(found)

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        obj = module if module is not None else __import__(parts.pop(0))
        parent = None
        for p in parts:
            parent, obj = obj, getattr(obj, p)
        if isinstance(obj, type) and issubclass(obj, TestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return TestSuite([parent(parts[-1])])
        if not isinstance(obj, type) and hasattr(obj, "__dict__") and not callable(obj):
            return self.loadTestsFromModule(obj)
        raise TypeError("don't know how to make test from: %s" % (obj,))

    def loadTestsFromNames(self, names, module=None):
        return TestSuite([self.loadTestsFromName(n, module) for n in names])


defaultTestLoader = TestLoader()


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None, *, tb_locals=False, durations=None):
        self.stream = stream
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        import time

        stream = self.stream or sys.stderr
        result = self.resultclass(stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        start = time.perf_counter()
        result.startTestRun()
        test(result)
        result.stopTestRun()
        taken = time.perf_counter() - start
        if hasattr(result, "printErrors"):
            result.printErrors()
        n = result.testsRun
        stream.write("-" * 70 + "\nRan %d test%s in %.3fs\n\n" % (n, "" if n == 1 else "s", taken))
        infos = []
        if not result.wasSuccessful():
            stream.write("FAILED")
            for word, items in (("failures", result.failures), ("errors", result.errors)):
                if items:
                    infos.append("%s=%d" % (word, len(items)))
        elif n == 0 and not result.skipped:
            stream.write("NO TESTS RAN")
        else:
            stream.write("OK")
        for word, items in (("skipped", result.skipped), ("expected failures", result.expectedFailures), ("unexpected successes", result.unexpectedSuccesses)):
            if items:
                infos.append("%s=%d" % (word, len(items)))
        stream.write((" (%s)" % ", ".join(infos) if infos else "") + "\n")
        return result


class TestProgram:
    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            module = sys.modules[module] if module in sys.modules else __import__(module)
        argv = sys.argv if argv is None else argv
        names = []
        for a in argv[1:]:
            if a in ("-v", "--verbose"):
                verbosity = 2
            elif a in ("-q", "--quiet"):
                verbosity = 0
            elif a in ("-f", "--failfast"):
                failfast = True
            elif not a.startswith("-"):
                names.append(a)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        suite = testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module)
        if testRunner is None:
            testRunner = TextTestRunner(verbosity=verbosity, failfast=bool(failfast))
        elif isinstance(testRunner, type):
            testRunner = testRunner(verbosity=verbosity)
        self.result = testRunner.run(suite)
        if exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
