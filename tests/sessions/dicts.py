# Order, views and sets.
# --- turn
stock = {'apple': 3, 'pear': 5, 'fig': 1}
keys = stock.keys()
# --- turn
stock['kiwi'] = 7
del stock['pear']
list(keys)
#= ['apple', 'fig', 'kiwi']
# --- turn
stock.update(apple=4, pear=9)
list(stock.items())
#= [('apple', 4), ('fig', 1), ('kiwi', 7), ('pear', 9)]
# --- turn
red, ripe = {'apple', 'cherry'}, frozenset(['apple', 'fig'])
sorted(red | ripe), sorted(red & ripe), sorted(ripe - red)
#= (['apple', 'cherry', 'fig'], ['apple'], ['fig'])
# --- turn
{v: k for k, v in stock.items()}
#= {4: 'apple', 1: 'fig', 7: 'kiwi', 9: 'pear'}
# --- turn
stock.pop('fig'), stock.setdefault('plum', []), stock
#= (1, [], {'apple': 4, 'kiwi': 7, 'pear': 9, 'plum': []})
