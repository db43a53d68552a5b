import io, tomllib
text = """
# a comment
title = "TOML \\u00e9\\n"
[owner]
name = 'Tom'
dob = 1979-05-27T07:32:00-08:00
day = 1979-05-27
at = 07:32:00.5
[database]
ports = [ 8000, 8001, [1.5, -2e3] , ]
data = { x = 1, "y z" = true, deep.er = 0x1F }
big = 1_000_000
text = \"\"\"
two
lines \\
   joined\"\"\"
raw = '''C:\\n'''
[servers.alpha]
ip = "10.0.0.1"
[[products]]
name = "Hammer"
[[products]]
name = "Nail"
[products.size]
mm = 3
"""
d = tomllib.loads(text)
for k, v in d.items():
    print(k, v)
print(tomllib.load(io.BytesIO(b"a.b.c = 1\nx = [inf, -inf]\n")), tomllib.loads(""), tomllib.loads("a = 1.5", parse_float=str))
for bad in ("a = ", "a = 1\na = 2", "[a]\n[a]", "a", "= 1", "a = [1", 'a = "x', "a = {b = 1", "a = 1 b = 2", "[a", "a = 'x\n'", "?", "a = 2024-13-01", "a = {x=1}\na.y = 2"):
    try:
        print(tomllib.loads(bad))
    except tomllib.TOMLDecodeError as e:
        print(repr(bad), e)
try:
    tomllib.load(io.StringIO("a = 1"))
except TypeError as e:
    print(e)
