import csv, io
text = 'name,qty,note\nbolt,5,"a, b"\n"nut ""x""",7,\n"multi\nline",1,z\n'
rows = list(csv.reader(io.StringIO(text))); print(rows)
for r in csv.DictReader(io.StringIO(text)): print(r)
out = io.StringIO(); w = csv.writer(out); w.writerow(["a", 1, 2.5, None, True]); w.writerows([["x,y", 'q"q', "l\nl"], ["", " ", "é"]])
print(repr(out.getvalue()))
out = io.StringIO(); dw = csv.DictWriter(out, ["id", "v"], lineterminator="\n", extrasaction="ignore"); dw.writeheader(); dw.writerow({"id": 1, "v": "a", "x": 9}); dw.writerow({"id": 2}); print(out.getvalue())
print(list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")), list(csv.reader(["1 2  3"], delimiter=" ")), next(csv.reader(["1,2.5,x"])))
print(list(csv.reader(['1,"a"', '2.5,"b"'], quoting=csv.QUOTE_NONNUMERIC)))
out = io.StringIO(); csv.writer(out, quoting=csv.QUOTE_ALL, delimiter="\t").writerow([1, "b"]); print(repr(out.getvalue()))
try: csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1})
except ValueError as e: print(e)
print(csv.list_dialects(), csv.Sniffer().sniff("a;b\n1;2\n").delimiter, list(csv.DictReader(["a,b", "1,2,3", "4"], restkey="more", restval="-")))
