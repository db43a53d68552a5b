prices = {"apple": 1}
total = 0
for item in ["apple", "pear"]:
    total += prices[item]
print(total)
