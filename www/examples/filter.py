# Prints the lines of standard input that match the arguments' pattern.
import re
import sys

pattern = re.compile(sys.argv[1])
found = 0
for number, line in enumerate(sys.stdin, 1):
    if pattern.search(line):
        found += 1
        print(f"{number:3}: {line.rstrip()}")

sys.exit(0 if found else 1)
