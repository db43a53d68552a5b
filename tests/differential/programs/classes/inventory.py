class OutOfStock(Exception):
    def __init__(self, item, want, have): super().__init__(f"{item}: want {want}, have {have}"); self.item = item
class Inventory:
    def __init__(self): self._stock = {}
    def add(self, item, n=1): self._stock[item] = self._stock.get(item, 0) + n; return self
    def take(self, item, n=1):
        have = self._stock.get(item, 0)
        if have < n: raise OutOfStock(item, n, have)
        self._stock[item] -= n
        if not self._stock[item]: del self._stock[item]
    def __len__(self): return sum(self._stock.values())
    def __contains__(self, i): return i in self._stock
    def __iter__(self): return iter(sorted(self._stock.items()))
inv = Inventory().add("bolt", 5).add("nut", 2).add("bolt")
inv.take("nut", 2); print(len(inv), "nut" in inv, list(inv))
try: inv.take("bolt", 99)
except OutOfStock as e: print(type(e).__name__, e, e.item, e.args)
