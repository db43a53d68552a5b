# Input is a turn's own.
# --- turn {"stdin": "first line\nsecond line\n"}
line = input()
line
#= 'first line'
# --- turn
try:
    input()
except EOFError:
    print('nothing of the turn before')
#> nothing of the turn before
# --- turn {"stdin": "3\n4\n5\n"}
import sys
numbers = [int(it) for it in sys.stdin]
numbers
#= [3, 4, 5]
# --- turn {"stdin": {"base64": "AAH/Cg=="}}
sys.stdin.buffer.read()
#= b'\x00\x01\xff\n'
# --- turn {"stdin": "name: "}
line + sys.stdin.read()
#= 'first linename: '
# --- turn {"stdin": "abc"}
sys.stdin.read(1), input()
#= ('a', 'bc')
