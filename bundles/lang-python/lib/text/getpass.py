# Who runs this, and what only they know.
class GetPassWarning(UserWarning):
    pass


def getuser():
    import os

    for name in "LOGNAME", "USER", "LNAME", "USERNAME":
        if os.environ.get(name):
            return os.environ[name]
    return os.getlogin()


def getpass(prompt="Password: ", stream=None):
    import sys

    (stream or sys.stderr).write(prompt)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\n")
