import configparser, io
text = """
[DEFAULT]
home = /srv
timeout = 30

# comment
[server]
host = example.org
port: 8080
debug = yes
path = %(home)s/data
motd = first
    second

[Paths]
Root = /x
list = a, b, c
"""
c = configparser.ConfigParser()
c.read_string(text)
print(c.sections(), c["server"]["host"], c.getint("server", "port"), c.getboolean("server", "debug"), c.getfloat("server", "timeout"))
print(c.get("server", "path"), repr(c["server"]["motd"]), c["Paths"]["root"], dict(c["Paths"]))
print(c.get("server", "none", fallback="f"), c["server"].get("none"), c["server"].getint("port"), c["server"].get("none", "d"), "host" in c["server"], "server" in c, c.has_option("server", "home"))
for act in (lambda: c.get("nope", "x"), lambda: c.get("server", "x"), lambda: c["nope"], lambda: c["server"]["x"], lambda: c.getint("server", "host"), lambda: c.getboolean("server", "host"),
            lambda: c.read_string("x = 1"), lambda: c.read_string("[a]\nb=1\nb=2"), lambda: c.read_string("[a]\n[a]"), lambda: c.add_section("server"), lambda: c.set("server", "n", 3),
            lambda: c.read_string("[a]\nnonsense"), lambda: c.set("nope", "a", "b")):
    try:
        print(act())
    except (configparser.Error, KeyError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
c["new"] = {"a": "1", "B": "x y"}
c.set("new", "c", "%%d")
c.remove_option("new", "a")
c.remove_section("Paths")
out = io.StringIO()
c.write(out)
print(out.getvalue())
for name, section in c.items():
    print(name, list(section.items()) if name != "new" else list(section))
print(c.items("server"), c.options("new"), c.defaults())
raw = configparser.ConfigParser(interpolation=None, allow_no_value=True, delimiters=("=",))
raw.optionxform = str
raw.read_string("[s]\nKey=%(x)s\nflag\n")
print(dict(raw["s"]))
ext = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
ext.read_dict({"a": {"x": "1"}, "b": {"y": "${a:x}${z}", "z": "2"}})
print(ext["b"]["y"], c.read("missing.ini"))
with open("s.ini", "w") as f:
    c.write(f)
d = configparser.ConfigParser()
print(d.read(["s.ini", "no.ini"]), d == c, d["server"]["path"])
