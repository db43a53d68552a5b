# What a test can say.

class SkipTest(Exception):
    pass


def skip(reason):
    def decorate(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason):
        item, reason = reason, ""
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


class _Raises:
    def __init__(self, case, expected, msg=None, regex=None):
        self.case, self.expected, self.msg, self.regex = case, expected, msg, regex
        self.by = ""

    def _call(self, f, *args, **kwargs):
        self.by = " by " + getattr(f, "__name__", str(f))
        with self:
            f(*args, **kwargs)

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        if t is None:
            names = getattr(self.expected, "__name__", str(self.expected))
            self.case.fail(self.case._formatMessage(self.msg, names + " not raised" + self.by))
        if not issubclass(t, self.expected):
            return False
        self.exception = v
        if self.regex is not None:
            self.case._search(self.regex, str(v), '"%s" does not match "%s"')
        return True


class _Warns:
    def __init__(self, case, expected, regex=None):
        self.case, self.expected, self.regex = case, expected, regex

    def __enter__(self):
        from warnings import catch_warnings, simplefilter

        self._catch = catch_warnings(record=True)
        self.warnings = self._catch.__enter__()
        simplefilter("always")
        return self

    def __exit__(self, t, v, tb):
        self._catch.__exit__(t, v, tb)
        if t is not None:
            return False
        for w in self.warnings:
            if issubclass(w.category, self.expected):
                self.warning = w.message
                if self.regex is not None:
                    self.case._search(self.regex, str(w.message), '"%s" does not match "%s"')
                return
        self.case.fail(getattr(self.expected, "__name__", str(self.expected)) + " not triggered")


class _Logs:
    def __init__(self, case, logger, level, wanted=True):
        import logging

        self.wanted = wanted

        self.case = case
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging._level(level) if level else logging.INFO

    def __enter__(self):
        import logging

        watch = self
        self.records = []
        self.output = []

        class Capture(logging.Handler):
            def emit(self, record):
                watch.records.append(record)
                watch.output.append("%s:%s:%s" % (record.levelname, record.name, record.getMessage()))

        lg = self.logger
        self._saved = lg.handlers, lg.level, lg.propagate
        lg.handlers, lg.propagate = [Capture()], False
        lg.setLevel(self.level)
        return self

    def __exit__(self, t, v, tb):
        self.logger.handlers, self.logger.level, self.logger.propagate = self._saved
        if t is None and self.records and not self.wanted:
            self.case.fail("Unexpected logs found: %r" % self.output)
        if t is None and not self.records and self.wanted:
            import logging

            self.case.fail("no logs of level %s or higher triggered on %s" % (logging.getLevelName(self.level), self.logger.name))


class _SubTest:
    def __init__(self, case, msg, params):
        self.case, self.msg, self.params = case, msg, params

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        result = self.case._result
        if t is None or result is None:
            return False
        if issubclass(t, SkipTest):
            result.addSkip(self.case, str(v))
            return True
        if not issubclass(t, Exception):
            return False
        self.case._ok = False
        text = ("[%s] " % self.msg if self.msg is not None else "") + ("(%s)" % ", ".join(["%s=%r" % p for p in self.params.items()]) if self.params else "")
        result.addSubTest(self.case, text.strip() or "(<subtest>)", v)
        return True



class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._result = None
        self._ok = True
        m = getattr(self, methodName, None)
        self._testMethodDoc = getattr(m, "__doc__", None)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        result = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return result

    @classmethod
    def addClassCleanup(cls, function, *args, **kwargs):
        cls._class_cleanups = getattr(cls, "_class_cleanups", []) + [(function, args, kwargs)]

    def doCleanups(self):
        while self._cleanups:
            f, args, kwargs = self._cleanups.pop()
            f(*args, **kwargs)

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from .runner import TestResult

        return TestResult()

    def id(self):
        return "%s.%s.%s" % (type(self).__module__, type(self).__qualname__, self._testMethodName)

    def shortDescription(self):
        return self._testMethodDoc.strip().split("\n")[0].strip() if self._testMethodDoc else None

    def __str__(self):
        return "%s (%s.%s.%s)" % (self._testMethodName, type(self).__module__, type(self).__qualname__, self._testMethodName)

    def __repr__(self):
        return "<%s.%s testMethod=%s>" % (type(self).__module__, type(self).__qualname__, self._testMethodName)

    def __call__(self, *args):
        return self.run(*args)

    def _call(self, f):
        return f()

    def run(self, result=None):
        result = result or self.defaultTestResult()
        self._result = result
        self._ok = True
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for item in (type(self), method):
                if getattr(item, "__unittest_skip__", False):
                    result.addSkip(self, item.__unittest_skip_why__)
                    return result
            expecting = getattr(method, "__unittest_expecting_failure__", False) or getattr(type(self), "__unittest_expecting_failure__", False)
            error = None
            try:
                self._call(self.setUp)
                try:
                    self._call(method)
                except BaseException as e:
                    error = e
                try:
                    self._call(self.tearDown)
                except BaseException as e:
                    error = error or e
            except BaseException as e:
                error = e
            try:
                self.doCleanups()
            except BaseException as e:
                error = error or e
            if isinstance(error, SkipTest):
                result.addSkip(self, str(error))
            elif error is not None and not isinstance(error, Exception):
                raise error
            elif expecting:
                result.addExpectedFailure(self, error) if error is not None else result.addUnexpectedSuccess(self)
            elif error is None:
                if self._ok:
                    result.addSuccess(self)
            elif isinstance(error, self.failureException):
                result.addFailure(self, error)
            else:
                result.addError(self, error)
        finally:
            result.stopTest(self)
        return result

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        self.doCleanups()

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def _formatMessage(self, msg, standard):
        if msg is None:
            return standard
        return "%s : %s" % (standard, msg) if self.longMessage else msg

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _want(self, ok, msg, standard):
        if not ok:
            self.fail(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        self._want(expr, msg, "%s is not true" % repr(expr))

    def assertFalse(self, expr, msg=None):
        self._want(not expr, msg, "%s is not false" % repr(expr))

    def assertEqual(self, first, second, msg=None):
        if first == second:
            return
        if type(first) is type(second):
            t = type(first)
            if t in (list, tuple):
                self._sequences(first, second, msg)
            if t is dict:
                self.assertDictEqual(first, second, msg)
            if t in (set, frozenset):
                self.assertSetEqual(first, second, msg)
            if t is str:
                self.assertMultiLineEqual(first, second, msg)
        self.fail(self._formatMessage(msg, "%r != %r" % (first, second)))

    def _diff(self, a, b):
        from difflib import ndiff

        return "\n" + "\n".join(ndiff(a, b))

    def _sequences(self, a, b, msg):
        name = {list: "List", tuple: "Tuple"}.get(type(a), "Sequence")
        text = "%ss differ: %r != %r\n" % (name, a, b)
        n = min(len(a), len(b))
        for i in range(n):
            if a[i] != b[i]:
                text += "\nFirst differing element %d:\n%r\n%r\n" % (i, a[i], b[i])
                break
        if len(a) != len(b):
            longer, which = (a, "First") if len(a) > len(b) else (b, "Second")
            text += "\n%s %s contains %d additional elements.\nFirst extra element %d:\n%r\n" % (which, name.lower(), abs(len(a) - len(b)), n, longer[n])
        from pprint import pformat

        self.fail(self._formatMessage(msg, text + self._diff(pformat(a).splitlines(), pformat(b).splitlines())))

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        if first != second and list(first) != list(second):
            self._sequences(first, second, msg)

    def assertListEqual(self, list1, list2, msg=None):
        if list1 != list2:
            self._sequences(list1, list2, msg)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        if tuple1 != tuple2:
            self._sequences(tuple1, tuple2, msg)

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            from pprint import pformat

            text = "%r != %r" % (d1, d2) + self._diff(pformat(d1).splitlines(), pformat(d2).splitlines())
            self.fail(self._formatMessage(msg, text))

    def assertSetEqual(self, set1, set2, msg=None):
        a, b = set1 - set2, set2 - set1
        if a or b:
            lines = []
            for items, which in ((a, "first"), (b, "second")):
                if items:
                    lines.append("Items in the %s set but not the %s:" % (which, "second" if which == "first" else "first"))
                    lines += [repr(x) for x in items]
            self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        if first != second:
            a, b = first.splitlines(True), second.splitlines(True)
            if len(a) == 1 and first.strip("\r\n") == first:
                a, b = [first + "\n"], [s + "\n" for s in [second]] if len(b) <= 1 else b
            from difflib import ndiff

            self.fail(self._formatMessage(msg, "%r != %r\n" % (first, second) + "".join(ndiff(a, b))))

    def assertNotEqual(self, first, second, msg=None):
        self._want(first != second, msg, "%r == %r" % (first, second))

    def assertIs(self, a, b, msg=None):
        self._want(a is b, msg, "%r is not %r" % (a, b))

    def assertIsNot(self, a, b, msg=None):
        self._want(a is not b, msg, "unexpectedly identical: %r" % (a,))

    def assertIsNone(self, obj, msg=None):
        self._want(obj is None, msg, "%r is not None" % (obj,))

    def assertIsNotNone(self, obj, msg=None):
        self._want(obj is not None, msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        self._want(member in container, msg, "%r not found in %r" % (member, container))

    def assertNotIn(self, member, container, msg=None):
        self._want(member not in container, msg, "%r unexpectedly found in %r" % (member, container))

    def assertIsInstance(self, obj, cls, msg=None):
        self._want(isinstance(obj, cls), msg, "%r is not an instance of %r" % (obj, cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._want(not isinstance(obj, cls), msg, "%r is an instance of %r" % (obj, cls))

    def assertGreater(self, a, b, msg=None):
        self._want(a > b, msg, "%r not greater than %r" % (a, b))

    def assertGreaterEqual(self, a, b, msg=None):
        self._want(a >= b, msg, "%r not greater than or equal to %r" % (a, b))

    def assertLess(self, a, b, msg=None):
        self._want(a < b, msg, "%r not less than %r" % (a, b))

    def assertLessEqual(self, a, b, msg=None):
        self._want(a <= b, msg, "%r not less than or equal to %r" % (a, b))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        if delta is not None:
            self._want(diff <= delta, msg, "%r != %r within %r delta (%r difference)" % (first, second, delta, diff))
        else:
            places = 7 if places is None else places
            self._want(round(diff, places) == 0, msg, "%r != %r within %r places (%r difference)" % (first, second, places, diff))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        diff = abs(first - second)
        if delta is not None:
            self._want(first != second and diff > delta, msg, "%r == %r within %r delta (%r difference)" % (first, second, delta, diff))
        else:
            places = 7 if places is None else places
            self._want(first != second and round(diff, places) != 0, msg, "%r == %r within %r places" % (first, second, places))

    def assertCountEqual(self, first, second, msg=None):
        a, b = list(first), list(second)
        extra = []
        for x in a:
            if x in b:
                b.remove(x)
            else:
                extra.append(x)
        if extra or b:
            lines = ["First has %d, Second has %d:  %r" % (list(first).count(x), list(second).count(x), x) for x in extra + b]
            self.fail(self._formatMessage(msg, "Element counts were not equal:\n" + "\n".join(lines)))

    def assertRaises(self, expected, *args, **kwargs):
        context = _Raises(self, expected, kwargs.pop("msg", None) if not args else None)
        if not args:
            return context
        context._call(*args, **kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _Raises(self, expected_exception, kwargs.pop("msg", None), expected_regex)
        if not args:
            return context
        context._call(*args, **kwargs)

    def assertWarns(self, expected, *args, **kwargs):
        context = _Warns(self, expected)
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        kwargs.pop("msg", None)
        context = _Warns(self, expected_warning, expected_regex)
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def _search(self, regex, text, message):
        if isinstance(regex, str):
            import re

            pattern = regex
            regex = re.compile(regex)
        else:
            pattern = regex.pattern
        if not regex.search(text):
            self.fail(message % (pattern, text))

    def assertRegex(self, text, expected_regex, msg=None):
        import re

        r = re.compile(expected_regex) if isinstance(expected_regex, str) else expected_regex
        self._want(r.search(text), msg, "Regex didn't match: %r not found in %r" % (r.pattern if hasattr(r, "pattern") else expected_regex, text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re

        r = re.compile(unexpected_regex) if isinstance(unexpected_regex, str) else unexpected_regex
        self._want(not r.search(text), msg, "Regex matched: %r matches %r in %r" % (r.pattern, r.pattern, text))


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        TestCase.__init__(self)
        self._f, self._up, self._down = testFunc, setUp, tearDown

    def setUp(self):
        if self._up:
            self._up()

    def tearDown(self):
        if self._down:
            self._down()

    def runTest(self):
        self._f()


class IsolatedAsyncioTestCase(TestCase):
    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def _call(self, f):
        import asyncio

        async def go():
            if f == self.setUp:
                f()
                await self.asyncSetUp()
            elif f == self.tearDown:
                await self.asyncTearDown()
                f()
            else:
                result = f()
                if result is not None:
                    await result

        asyncio.run(go())
