# Files that come with a turn.
# --- session {"files": {"data/base.txt": "1\n2\n3\n"}}
# --- turn
total = sum(int(line) for line in open('data/base.txt'))
total
#= 6
# --- turn {"files": {"data/more.txt": "40\n50\n"}}
import os
sorted(os.listdir('data'))
#= ['base.txt', 'more.txt']
# --- turn
total += sum(int(line) for line in open('data/more.txt'))
total
#= 96
# --- turn {"files": {"data/base.txt": "7\n", "out/nested/x.bin": {"base64": "AP8Q"}}}
open('data/base.txt').read(), open('out/nested/x.bin', 'rb').read()
#= ('7\n', b'\x00\xff\x10')
# --- turn
os.remove('data/more.txt')
with open('out/result.txt', 'w') as f:
    f.write(str(total))
# --- turn
sorted(os.listdir('out')), open('out/result.txt').read()
#= (['nested', 'result.txt'], '96')
