# Generated classes.
# --- turn
from dataclasses import dataclass, field
@dataclass
class Item:
    name: str
    price: float
    tags: list = field(default_factory=list)
# --- turn
cart = [Item('tea', 2.5), Item('cup', 4.0, ['clay'])]
cart[0]
#= Item(name='tea', price=2.5, tags=[])
# --- turn
cart[0].tags.append('green')
cart[0] == Item('tea', 2.5, ['green'])
#= True
# --- turn
sum(item.price for item in cart)
#= 6.5
# --- turn
@dataclass
class Gift(Item):
    to: str = 'nobody'
cart.append(Gift('book', 10.0, to='ada'))
cart[-1]
#= Gift(name='book', price=10.0, tags=[], to='ada')
# --- turn
[item.tags for item in cart], [item.name for item in sorted(cart, key=lambda it: -it.price)]
#= ([['green'], ['clay'], []], ['book', 'cup', 'tea'])
