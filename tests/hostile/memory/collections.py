# Asks for a collection over and over, with much to look at.
# limits: fuel=100000000
import gc
kept = [[n] for n in range(20000)]
for n in range(len(kept)):
    kept[n].append(kept[n - 1])
print("begins")
while True:
    gc.collect()
