# Standard streams used as what they are not, closed, and replaced by what is no stream.
import sys
for attack in (
    lambda: sys.stdout.write(5),
    lambda: sys.stdout.write(b"bytes"),
    lambda: print("to nowhere", file=5),
    lambda: print("to None", file=None),
    lambda: print(end=5),
    lambda: print(sep=b""),
    lambda: sys.stdin.write("x"),
    lambda: sys.stdout.read(),
    lambda: sys.stdout.close(),
    lambda: sys.stdout.write("x" * 10),
    lambda: setattr(sys, "stdout", None),
    lambda: print("to what is left"),
):
    try:
        attack()
    except Exception as error:
        sys.stderr.write(type(error).__name__ + "\n")
sys.stderr.write("last\n")
