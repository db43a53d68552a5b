scores = {"Team A": [3, 1, 2], "Team Bravo": [0, 0, 3], "C": []}
rank = sorted(scores.items(), key=lambda kv: (-sum(kv[1]), kv[0]))
print("=" * 32); print("SCORES".center(32)); print("=" * 32)
for i, (n, s) in enumerate(rank, 1): print(f"{i}. {n:.<20}{sum(s):>4} {'W' * s.count(3):<3}|")
avg = {n: (sum(s) / len(s) if s else None) for n, s in scores.items()}; print({k: v if v is None else round(v, 2) for k, v in avg.items()})
print("\n".join("{:<12}{}".format(n, "".join("▁▂▃▄▅▆▇█"[v * 2] for v in s) or "-") for n, s in scores.items()))
