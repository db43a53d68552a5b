// The programs that the native bench of metering has (crates/native/benches/limits.rs), some tens of
// milliseconds each.
export const PROGRAMS = {
  additions: 's = 0\nfor i in range(300000):\n    s += i',
  'while, in a function': 'def f():\n    n = 0\n    while n < 300000:\n        n += 1\nf()',
  'fib(24)': 'def f(n): return n if n < 2 else f(n-1) + f(n-2)\nf(24)',
  'dict of 30 000 str': 'd = {}\nfor i in range(30000): d[str(i)] = i',
  exceptions: 'for i in range(5000):\n    try: int(\'x\')\n    except ValueError: pass',
  json: 'import json\nfor i in range(400): s = json.loads(json.dumps(list(range(100))))',
  methods: 'class A:\n    def __init__(self): self.n = 0\n    def add(self, k): self.n += k\na = A()\nfor i in range(100000): a.add(i)',
  generators: 'def g(n):\n    for i in range(n): yield i\ns = sum(x for x in g(100000))',
  strings: 'for i in range(300): s = \' \'.join(\'%d:%s\' % (j, \'ab\' * 3) for j in range(100)).upper().split()',
  sorting: 'l = [(i * 7919) % 100003 for i in range(60000)]\nfor i in range(3): m = sorted(l)',
  sieve: 'n = 100000\np = [True] * n\nfor i in range(2, 317):\n    if p[i]:\n        for j in range(i * i, n, i): p[j] = False',
  'big integers': 'a = 1\nfor i in range(1, 1500): a *= i\nstr(a)',
};
