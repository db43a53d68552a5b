import re

text = "From 2024-02-29 to 3/15/2024, or 1 Apr 2024; not 2024-13-45, not 20240101. Paid $1,234.50 and -7e3 and .5"
iso = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b")
print([m.groups() for m in iso.finditer(text)])
print(re.sub(r"(\d{1,2})/(\d{1,2})/(\d{4})", lambda m: "%s-%02d-%02d" % (m[3], int(m[1]), int(m[2])), text)[:35])
months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
print(re.findall(r"(\d{1,2}) (%s) (\d{4})" % "|".join(months), text))
print(re.findall(r"[-+]?(?:\d[\d,]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?!\S)", text))
print(re.sub(r"(?<=\d)(?=(?:\d{3})+(?!\d))", ",", "1234567 12 123 1000"))
print([bool(re.fullmatch(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", n)) for n in ("MCMXCIV", "IIII", "XLII", "", "VX")])
octet = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
ip = re.compile(r"\b%s(?:\.%s){3}\b" % (octet, octet))
print(ip.findall("10.0.0.1 256.1.1.1 192.168.1.255 1.2.3"))
print([(h, m, s) for h, m, s in re.findall(r"\b([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?\b", "9:30 23:59:58 24:00 7:61")])
