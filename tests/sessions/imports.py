# Modules stay, with their state.
# --- turn {"files": {"shop.py": "stock = {}\ndef add(name, n=1):\n    stock[name] = stock.get(name, 0) + n\n    return stock[name]\nprint('loaded')\n"}}
import shop
#> loaded
# --- turn
shop.add('tea'), shop.add('tea', 4)
#= (1, 5)
# --- turn
import shop as again
again is shop, again.stock
#= (True, {'tea': 5})
# --- turn {"files": {"lib/__init__.py": "", "lib/units.py": "KM = 1000\ndef km(n): return n * KM\n"}}
from lib.units import km
import lib.units
km(3)
#= 3000
# --- turn
lib.units.KM = 1024
km(3)
#= 3072
# --- turn
import sys
'shop' in sys.modules, shop.add('cup')
#= (True, 1)
