# Finally within a generator.
# --- turn
events = []
def resource(name):
    events.append('open ' + name)
    try:
        for n in range(3):
            yield n
    finally:
        events.append('close ' + name)
g = resource('a')
next(g)
#= 0
# --- turn
events
#= ['open a']
# --- turn
h = resource('b')
next(h), next(h)
#= (0, 1)
# --- turn
h.close()
events
#= ['open a', 'open b', 'close b']
# --- turn
list(g)
#= [1, 2]
# --- turn
events
#= ['open a', 'open b', 'close b', 'close a']
