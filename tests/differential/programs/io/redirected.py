import contextlib, io, sys
sys.stdin = io.StringIO("first\nsecond\r\nlast")
with contextlib.redirect_stdout(io.StringIO()) as out:
    print(repr(input("name? ")), repr(input()), repr(input(3)))
sys.stdout.write(out.getvalue())
try:
    input()
except EOFError as e:
    print(e)
sys.stdin = sys.__stdin__
try:
    input("> ")
except EOFError as e:
    print(e)
class Upper(io.StringIO):
    def write(self, s):
        return super().write(s.upper())
u = Upper()
print("abc", 1, file=u)
print(repr(u.getvalue()), isinstance(u, io.StringIO), isinstance(u, io.TextIOBase), issubclass(io.StringIO, io.TextIOBase))
class Tee(io.TextIOBase):
    def __init__(self, *streams):
        self.streams = streams
    def write(self, text):
        for s in self.streams:
            s.write(text)
        return len(text)
copy = io.StringIO()
print("to both", file=Tee(sys.stdout, copy))
print(repr(copy.getvalue()))
class Text(io.TextIOWrapper):
    def __init__(self):
        super().__init__(io.BytesIO(), "utf-8")
        self.n = 0
    def write(self, s):
        self.n += 1
        return super().write(s)
t = Text()
print("é", file=t)
t.flush()
print(t.buffer.getvalue(), t.n, t.encoding)
for act in (lambda: io.StringIO(b"x"), lambda: io.BytesIO("x"), lambda: io.StringIO(3), lambda: io.StringIO("a").write(b"x")):
    try:
        print(act())
    except TypeError as e:
        print(e)
print(io.StringIO(None).read() == "", io.StringIO(initial_value="kw").read(), io.BytesIO(initial_bytes=b"kw").read(), bytes(io.BytesIO(b"abc").getbuffer()), io.BytesIO(b"abcd").read1(2))
s = io.StringIO("a\nb\nc\n")
print(s.readlines(2), s.readline(1), s.readline(), s.readlines(), s.isatty())
s.close()
for act in (s.read, s.getvalue, lambda: s.write("x"), lambda: s.seek(0), lambda: s.readline()):
    try:
        print(act())
    except ValueError as e:
        print(e)
