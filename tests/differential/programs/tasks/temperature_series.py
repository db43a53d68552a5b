from datetime import datetime, timedelta
start = datetime(2024, 1, 1); series = [(start + timedelta(hours=6 * i), 5 + (i * 37 % 11) - i / 4) for i in range(12)]
days = {}
for t, v in series: days.setdefault(t.date(), []).append(v)
for d, vs in days.items(): print(d.isoformat(), d.strftime("%a"), f"min {min(vs):.2f} max {max(vs):.2f} mean {sum(vs) / len(vs):.3f}")
avg = [round(sum(v for _, v in series[i:i + 3]) / 3, 3) for i in range(len(series) - 2)]; print(avg)
peak = max(series, key=lambda p: p[1]); print(peak[0].strftime("%d %b %H:%M"), peak[1])
