def risky(n):
    if n == 0: raise ValueError("zero")
    if n == 1: return [][5]
    if n == 2: return {}["key"]
    if n == 3: return 1 / 0
    if n == 4: return None.x
    if n == 5: return undefined_name
    if n == 6: return "a" + 1
    if n == 7: raise KeyError(("tuple", 1))
    if n == 8: assert n < 5, "n too large"
    if n == 9: return int("q")
    if n == 10: a, b = [1]
    if n == 11: a, b = 1, 2, 3
    if n == 12: return len(5)
    if n == 13: return [1, 2]["x"]
    if n == 14: return next(iter([]))
    if n == 15: return (1, 2)[9]
    if n == 16: return "abc".nope
    if n == 17: raise Exception
    if n == 18: return "s"[10]
    if n == 19: return risky(1, 2)
    if n == 20: return print(bad=1)
    return "ok"
for i in range(22):
    try: print(i, risky(i))
    except Exception as e: print(i, type(e).__name__, e, e.args)
