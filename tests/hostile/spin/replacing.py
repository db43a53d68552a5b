# Replacing what is everywhere by more of it.
# limits: fuel=50000000
text = "a" * 1000
while True:
    text = text.replace("a", "aa").replace("aa", "a")
