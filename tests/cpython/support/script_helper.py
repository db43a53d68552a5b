import unittest


def _no(*args, **kwargs):
    raise unittest.SkipTest("needs processes")


assert_python_ok = assert_python_failure = make_script = spawn_python = run_python_until_end = _no
