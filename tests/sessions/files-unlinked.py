# A file without a name.
# --- turn
import os
f = open('gone.bin', 'wb+')
f.write(bytes(range(100)))
f.flush()
os.remove('gone.bin')
# --- turn
os.listdir()
#= []
# --- turn
f.seek(10)
f.read(3)
#= b'\n\x0b\x0c'
# --- turn
f.write(b'xyz')
f.seek(12)
f.read(5)
#= b'\x0cxyz\x10'
# --- turn
h = open('gone.bin', 'w')
h.write('another of that name')
h.close()
f.seek(0, 2)
#= 100
# --- turn
f.close()
open('gone.bin').read()
#= 'another of that name'
