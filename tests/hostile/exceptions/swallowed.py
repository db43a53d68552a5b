# Every way to swallow what ends a run, one around the other. None does.
# limits: fuel=20000000
class Swallow:
    def __enter__(self):
        return self
    def __exit__(self, *what):
        print("swallowed")
        return True
def generator():
    while True:
        try:
            yield
        except BaseException:
            print("caught")
def spin():
    for _ in generator():
        pass
while True:
    with Swallow():
        try:
            spin()
        except BaseException:
            print("caught")
        finally:
            print("finally")
