# A search that nearly finds at every place, in one call.
# limits: fuel=50000000
text = "a" * 1000000
print(text.find("a" * 500000 + "b"))
