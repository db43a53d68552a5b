# A search that tries every way to split a text, from every place.
# limits: fuel=50000000
import re
print(re.search("(x+x+)+[yz]", "x" * 40))
