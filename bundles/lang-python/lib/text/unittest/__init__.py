# Tests. The cases, their loading and running are here; mocks are in unittest.mock.
from .case import TestCase, SkipTest, skip, skipIf, skipUnless, expectedFailure, FunctionTestCase, IsolatedAsyncioTestCase
from .runner import TestResult, TextTestResult, TextTestRunner, TestLoader, TestSuite, TestProgram, defaultTestLoader, main


def __getattr__(name):
    if name == "mock":
        import unittest.mock

        return unittest.mock
    raise AttributeError("module 'unittest' has no attribute '" + name + "'")
