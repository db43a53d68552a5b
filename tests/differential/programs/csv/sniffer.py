import csv
for sample in ("a,b,c\n1,2,3\n", "a;b;c\n1;2;3\n", "a\tb\n1\t2\n", "a|b|c\n1|2|3\n", "'a','b'\n'1','2'\n", '"x, y";"z"\n"1";"2"\n', "a, b, c\n1, 2, 3\n"):
    d = csv.Sniffer().sniff(sample)
    print(repr(d.delimiter), d.quotechar, d.skipinitialspace, d.lineterminator.encode(), list(csv.reader(sample.splitlines(), d)))
print(csv.Sniffer().sniff("a:b,c\n", delimiters=",").delimiter, csv.Sniffer().has_header("name,age\nBob,3\nAl,44\n"), csv.Sniffer().has_header("1,2\n3,4\n5,6\n"))
try:
    csv.Sniffer().sniff("")
except csv.Error as e:
    print(e)
