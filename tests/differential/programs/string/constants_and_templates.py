import string
print(string.ascii_lowercase, string.digits, string.hexdigits, repr(string.punctuation), repr(string.whitespace), len(string.printable))
t = string.Template("$who owes ${amount} dollars to $$you")
print(t.substitute(who="Ann", amount=5), t.safe_substitute(who="Bo"))
try:
    t.substitute(who="x")
except KeyError as e:
    print("KeyError", e)
try:
    string.Template("bad $ here").substitute()
except ValueError as e:
    print(e)
print(string.capwords("hello  wORLD foo"), string.Formatter().format("{0}-{b:>4}", 1, b="x"))
tr = str.maketrans("abc", "xyz", "d"); print("abcd".translate(tr))
caesar = "".join(chr((ord(c) - 97 + 3) % 26 + 97) if c in string.ascii_lowercase else c for c in "hello, zebra")
print(caesar)
