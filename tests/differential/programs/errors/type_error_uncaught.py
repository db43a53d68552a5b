rows = [("a", 1), ("b", None)]
print(sum(n for _, n in rows[:1]))
print(sum(n for _, n in rows))
