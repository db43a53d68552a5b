import sys
sys.argv = ["prog", "--name", "x"]
print(sys.argv)
from sys import argv
print(argv is sys.argv)
import argparse
p = argparse.ArgumentParser()
p.add_argument("--name")
print(p.parse_args())
from unittest import mock
with mock.patch.object(sys, "argv", ["other"]):
    print(sys.argv)
print(sys.argv)
sys.dont_write_bytecode = True
sys.mine = 3
print(sys.mine, sys.dont_write_bytecode, hasattr(sys, "mine"))
del sys.mine
print(hasattr(sys, "mine"))
try:
    del sys.mine
except AttributeError:
    print("gone")
print(sys.get_int_max_str_digits())
try:
    print(len(str(10**5000)))
except ValueError as e:
    print(e)
sys.set_int_max_str_digits(6000)
print(len(str(10**5000)), int("9" * 5000) == 10**5000 - 1)
try:
    int("9" * 6001)
except ValueError as e:
    print(e)
sys.set_int_max_str_digits(0)
print(len(str(7**9000)), f"{10**4500}"[:3], sys.get_int_max_str_digits())
try:
    sys.set_int_max_str_digits(10)
except ValueError as e:
    print(e)
