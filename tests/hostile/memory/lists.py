# Lists, strings and dicts that take all there is, are dropped and made again, for ever: the
# collector has to find everything each time.
# limits: fuel=200000000 memory_bytes=4194304
rounds = 0
while True:
    kept = []
    try:
        while True:
            kept.append([None] * 1000)
            kept.append("x" * 1000 + str(len(kept)))
            kept.append({n: str(n) for n in range(30)})
    except MemoryError:
        rounds += 1
        kept = None
        print(rounds)
