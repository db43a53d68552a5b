# Strings and how they are shown.
# --- turn
s = 'Größe: 10 ☃'
s.upper(), len(s), s.encode()[-3:]
#= ('GRÖSSE: 10 ☃', 11, b'\xe2\x98\x83')
# --- turn
table = {'name': ['ada', 'bob'], 'age': [36, 7]}
print('\n'.join(f'{name:<6}|{age:>4}' for name, age in zip(*table.values())))
#> ada   |  36
#> bob   |   7
# --- turn
template = '{0!r:>12} {1:08.3f} {2:,}'
template.format('é', 3.14159, 1234567)
#= "         'é' 0003.142 1,234,567"
# --- turn
s.split(': '), s.partition(' ')[2][::-1]
#= (['Größe', '10 ☃'], '☃ 01')
# --- turn
' '.join(sorted(s.casefold().replace(':', '').split()))
#= '10 grösse ☃'
# --- turn
'%-5s%+d%%' % ('ab', 7), s[-1] * 3
#= ('ab   +7%', '☃☃☃')
