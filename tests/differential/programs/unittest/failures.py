import io
import unittest


class T(unittest.TestCase):
    def test_equal(self):
        self.assertEqual(1, 2)

    def test_error(self):
        int("x")

    def test_true(self):
        self.assertTrue([], "empty")


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(T).run(result)
for test, text in sorted(result.failures + result.errors, key=str):
    print(test.id().split(".")[-1])
    print("\n".join(line for line in text.split("\n") if set(line.strip()) - set("^~")))
