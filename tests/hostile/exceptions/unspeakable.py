# An exception whose text, name and arguments all raise when anybody looks.
class Unspeakable(BaseException):
    def __str__(self):
        raise self
    def __repr__(self):
        raise self
    def __getattr__(self, name):
        raise self
    def __del__(self):
        raise self
for look in (str, repr, lambda error: "%s %r" % (error, error), lambda error: f"{error!r}", print):
    try:
        look(Unspeakable(Unspeakable()))
        print("said")
    except Unspeakable:
        print("raised")
raise Unspeakable(Unspeakable())
