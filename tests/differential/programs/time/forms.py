import time
t = time.gmtime(86400 * 365); print(t.tm_year, t.tm_mon, t.tm_yday, t[3], len(t), time.strftime("%Y-%m-%d %H:%M:%S", t), time.asctime(t), time.mktime(t))
p = time.strptime("30 Nov 2023", "%d %b %Y"); print(p.tm_mday, p.tm_wday, time.strftime("%a", p), p)
a = time.perf_counter(); b = time.monotonic(); time.sleep(0.001); print(time.perf_counter() > a, time.monotonic() >= b, isinstance(time.time(), float), isinstance(time.time_ns(), int))
print(time.ctime(0), time.gmtime(0))
