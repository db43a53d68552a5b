# A float with a million digits, over and over.
# limits: fuel=50000000
while True:
    "%.5000f" % 1e300
