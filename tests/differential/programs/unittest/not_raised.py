import logging
import unittest


def quiet():
    pass


class T(unittest.TestCase):
    def test_callable(self):
        self.assertRaises(ValueError, quiet)

    def test_regex_callable(self):
        self.assertRaisesRegex(ValueError, "x", quiet)

    def test_wrong_words(self):
        with self.assertRaisesRegex(expected_exception=ValueError, expected_regex="abc"):
            raise ValueError("def")

    def test_no_logs(self):
        with self.assertNoLogs():
            logging.getLogger("a").debug("below")

    def test_logs(self):
        with self.assertNoLogs("a", level="INFO"):
            logging.getLogger("a").warning("oh")

    def test_regex(self):
        self.assertRegex(text="abc", expected_regex="x+")


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(T).run(result)
print(result.testsRun)
for test, text in sorted(result.failures + result.errors, key=str):
    print(test.id().split(".")[-1], text.strip().split("\n")[-1])
