# Patterns and matches.
# --- turn
import re
pattern = re.compile(r'(?P<user>\w+)@(?P<host>[\w.]+)')
text = 'ada@example.org, bob@test.net; nobody'
m = pattern.search(text)
m.group('user'), m.span()
#= ('ada', (0, 15))
# --- turn
found = pattern.finditer(text)
next(found).group(2)
#= 'example.org'
# --- turn
next(found).groupdict()
#= {'user': 'bob', 'host': 'test.net'}
# --- turn
pattern.sub(lambda it: it.group('host').upper(), text)
#= 'EXAMPLE.ORG, TEST.NET; nobody'
# --- turn
m.groups(), m.string is text
#= (('ada', 'example.org'), True)
# --- turn
next(found, 'no more'), re.split(r'[,;]\s*', text)
#= ('no more', ['ada@example.org', 'bob@test.net', 'nobody'])
