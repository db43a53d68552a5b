rows = ['1.1.1.1 - - [01/Jan/2024:10:00:00] "GET / HTTP/1.1" 200 512', '2.2.2.2 - - [01/Jan/2024:10:00:05] "POST /api HTTP/1.1" 500 20', '1.1.1.1 - - [01/Jan/2024:11:30:00] "GET /a?x=1 HTTP/1.1" 404 0']
from datetime import datetime
hits, by = {}, {}
for r in rows:
    ip, rest = r.split(" - - [", 1); ts, rest = rest.split('] "', 1); req, rest = rest.split('" ', 1); status, size = rest.split()
    when = datetime.strptime(ts, "%d/%b/%Y:%H:%M:%S"); method, path, _ = req.split()
    hits[ip] = hits.get(ip, 0) + int(size); by.setdefault(int(status) // 100, []).append(path.split("?")[0]); last = when
print(hits, by, last.hour, sorted(by))
