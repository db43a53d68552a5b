import re

LOG = """\
10.0.0.1 - ada [12/Mar/2024:06:25:24 +0000] "GET /index.html HTTP/1.1" 200 5120
10.0.0.2 - - [12/Mar/2024:06:25:31 +0000] "POST /login HTTP/1.1" 302 -
10.0.0.1 - ada [12/Mar/2024:06:26:02 +0000] "GET /a%20b.png?x=1&y=2 HTTP/1.1" 404 210
this line is broken
10.0.0.9 - grace [12/Mar/2024:07:00:00 +0000] "DELETE /item/42 HTTP/2" 500 17
"""

LINE = re.compile(
    r"""^(?P<host>\S+)\ \S+\ (?P<user>\S+)\          # who
        \[(?P<day>\d{2})/(?P<month>\w{3})/(?P<year>\d{4}):(?P<time>[\d:]+)\ [^]]+\]\   # when
        "(?P<verb>[A-Z]+)\ (?P<path>[^ ?"]+)(?:\?(?P<query>[^ "]*))?\ HTTP/[\d.]+"\     # what
        (?P<status>\d{3})\ (?P<size>\d+|-)$""",
    re.VERBOSE | re.MULTILINE,
)

hits = {}
for m in LINE.finditer(LOG):
    size = 0 if m["size"] == "-" else int(m["size"])
    hits.setdefault(m["host"], []).append((m["verb"], m["path"], m["query"], int(m["status"]), size))
    print(m.span(), m["time"], m["user"], m.lastgroup, m.lastindex)
for host in sorted(hits):
    print(host, hits[host])
print(sum(not LINE.match(line) for line in LOG.splitlines()), "broken")
print(LINE.groups, sorted(LINE.groupindex.items(), key=lambda kv: kv[1]))
