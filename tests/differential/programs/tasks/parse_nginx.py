"""Summarise an access log: hits per status, slowest paths, bytes per client."""
from collections import Counter, defaultdict
from datetime import datetime

LOG = """\
10.0.0.1 - - [10/Oct/2024:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326 0.012
10.0.0.2 - - [10/Oct/2024:13:55:37 +0000] "POST /api/login HTTP/1.1" 401 128 0.230
10.0.0.1 - - [10/Oct/2024:13:56:01 +0000] "GET /api/items?page=2 HTTP/1.1" 200 9120 0.087
10.0.0.3 - - [10/Oct/2024:13:57:12 +0000] "GET /missing HTTP/1.1" 404 64 0.003
broken line
10.0.0.2 - - [10/Oct/2024:13:58:44 +0000] "GET /index.html HTTP/1.1" 304 0 0.001
"""


def parse(line):
    try:
        ip, rest = line.split(" - - ", 1)
        stamp, rest = rest.lstrip("[").split("] ", 1)
        request, rest = rest.lstrip('"').split('" ', 1)
        method, path, _ = request.split()
        status, size, took = rest.split()
        return ip, datetime.strptime(stamp, "%d/%b/%Y:%H:%M:%S %z"), method, path.split("?")[0], int(status), int(size), float(took)
    except ValueError as error:
        return None


def main():
    rows, bad = [], 0
    for line in LOG.splitlines():
        row = parse(line)
        if row is None:
            bad += 1
        else:
            rows.append(row)
    print(f"{len(rows)} requests, {bad} malformed")
    for status, n in sorted(Counter(r[4] for r in rows).items()):
        print(f"  {status}: {n}")
    size = defaultdict(int)
    for r in rows:
        size[r[0]] += r[5]
    for ip, total in sorted(size.items(), key=lambda kv: -kv[1]):
        print(f"{ip:<12}{total:>8,} B")
    slow = max(rows, key=lambda r: r[6])
    print("slowest:", slow[3], f"{slow[6] * 1000:.0f} ms at {slow[1]:%H:%M:%S}")
    print("span:", rows[-1][1] - rows[0][1], rows[0][1].isoformat())


if __name__ == "__main__":
    main()
