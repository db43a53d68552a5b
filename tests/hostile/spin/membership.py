# Looking for what is not there in a long list, over and over.
# limits: fuel=50000000
x = [1] * 100000
while True:
    2 in x
