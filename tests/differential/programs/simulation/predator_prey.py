r, f = 40.0, 9.0; dt = 0.1
for step in range(101):
    if step % 20 == 0: print(f"{step * dt:5.1f} {r:10.4f} {f:10.4f}")
    dr, df = r * (1.1 - 0.4 * f) , f * (0.1 * r - 0.4); r, f = max(r + dr * dt * 0.1, 0), max(f + df * dt * 0.1, 0)
