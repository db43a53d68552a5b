nums = [4, 2, 0]
for n in nums:
    print(8 / n)
