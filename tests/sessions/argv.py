# Arguments are a turn's own.
# --- turn {"args": ["one", "two"]}
import sys
first = list(sys.argv[1:])
first
#= ['one', 'two']
# --- turn
sys.argv[1:]
#= []
# --- turn {"args": ["--count", "3"]}
def count():
    return int(sys.argv[sys.argv.index('--count') + 1])
count()
#= 3
# --- turn {"args": ["--count", "41"]}
count() + 1
#= 42
# --- turn {"args": ["é", "日本"]}
print(sys.argv[1:])
#> ['é', '日本']
# --- turn
first, len(sys.argv)
#= (['one', 'two'], 1)
