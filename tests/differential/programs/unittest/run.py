import unittest, sys
class T(unittest.TestCase):
    def setUp(self): self.x = [1, 2]
    def test_ok(self): self.assertEqual(sum(self.x), 3); self.assertIn(1, self.x); self.assertAlmostEqual(0.1 + 0.2, 0.3)
    def test_raises(self):
        with self.assertRaises(ValueError) as c: int("x")
        self.assertIn("invalid", str(c.exception))
    @unittest.skip("later")
    def test_skip(self): pass
    def test_fail(self): self.assertEqual([1, 2, 3], [1, 2, 4])
    def test_err(self): {}["k"]
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
r = unittest.TestResult(); unittest.defaultTestLoader.loadTestsFromTestCase(T).run(r)
print(len(r.failures), len(r.errors), len(r.skipped), r.wasSuccessful())
for t, text in r.failures + r.errors: print(t, "|", text.strip().split("\n")[-1])
from unittest.mock import Mock, patch, call
m = Mock(return_value=3); print(m(1, a=2), m.called, m.call_args, m.call_count); m.assert_called_once_with(1, a=2); m.side_effect = [1, KeyError("z")]; print(m())
try: m()
except KeyError as e: print("KeyError", e)
with patch("os.getcwd", return_value="/mocked"):
    import os; print(os.getcwd())
m2 = Mock(); m2.a.b(1); print(m2.mock_calls, m2.a.b.call_args_list == [call(1)])
try: m2.x.assert_called()
except AssertionError as e: print(e)
