import re

INI = """\
; comment
[server]
host = example.com   ; the name
port=8080
[paths]
root = "/var/lib/my app"
empty =
bad line
"""

section = None
result = {}
for n, line in enumerate(INI.splitlines(), 1):
    line = re.sub(r"\s*;.*$", "", line)
    if not line:
        continue
    if m := re.fullmatch(r"\[(\w+)\]", line):
        section = result.setdefault(m[1], {})
    elif m := re.fullmatch(r'(\w+)\s*=\s*(?:"([^"]*)"|(.*))', line):
        section[m[1]] = m[2] if m[2] is not None else m[3]
    else:
        print("line %d: %r" % (n, line))
for name, values in result.items():
    print(name, sorted(values.items()))

row = 'a,"b ""quoted"", c",,d'
print([(quoted or plain).replace('""', '"') for quoted, plain in re.findall(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))', row)])
url = re.compile(r"(?:(?P<scheme>[a-z][a-z0-9+.-]*):)?(?://(?P<host>[^/?#:]*)(?::(?P<port>\d+))?)?(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<frag>.*))?", re.I)
for u in ("http://example.com:80/a/b?x=1#top", "mailto:a@b.c", "/only/path", "//h?q"):
    print(sorted((k, v) for k, v in url.fullmatch(u).groupdict().items() if v))
print(re.findall(r"[\w.+-]+@[\w-]+\.[\w.-]*\w", "mail ada.l+x@example.co.uk, or bob@x.org."))
print(re.findall(r"(?m)^\s*(?:def|class)\s+(\w+)", "def f():\n  pass\nclass A:\n    def g(self): pass\n"))
print(dict(re.findall(r"(\w+)=([^;]*)", "a=1;b=two;c=")))
