# Chance goes on where it was.
# --- turn
import random
random.seed(11)
plain = [random.random() for _ in range(6)]
random.seed(11)
one = [random.random() for _ in range(2)]
one == plain[:2]
#= True
# --- turn
two = [random.random() for _ in range(3)]
two == plain[2:5]
#= True
# --- turn
rng = random.Random(5)
fives = [rng.randint(1, 6) for _ in range(8)]
rng = random.Random(5)
fives[:4] == [rng.randint(1, 6) for _ in range(4)]
#= True
# --- turn
random.random() == plain[5], fives[4:] == [rng.randint(1, 6) for _ in range(4)]
#= (True, True)
# --- turn
deck = list(range(10))
random.shuffle(deck)
sorted(deck) == list(range(10))
#= True
# --- turn
import os
len(os.urandom(8)), min(random.sample(range(100), 5)) >= 0
#= (8, True)
