"""Score ten-pin bowling from strings like X 9/ 5-."""
GAMES = {
    "perfect": "X X X X X X X X X XXX",
    "dutch": "X 9/ X 9/ X 9/ X 9/ X 9/X",
    "gutter": "-- " * 9 + "--",
    "normal": "X 7/ 9- X -8 8/ -6 X X X81",
}


def rolls(text):
    out = []
    for frame in text.split():
        for ball in frame:
            if ball == "X":
                out.append(10)
            elif ball == "/":
                out.append(10 - out[-1])
            else:
                out.append(0 if ball == "-" else int(ball))
    return out


def frames(balls):
    i, total = 0, 0
    for frame in range(10):
        if balls[i] == 10:
            points, step = sum(balls[i:i + 3]), 1
        elif balls[i] + balls[i + 1] == 10:
            points, step = sum(balls[i:i + 3]), 2
        else:
            points, step = sum(balls[i:i + 2]), 2
        total += points
        yield total
        i += step


for name, text in GAMES.items():
    running = list(frames(rolls(text)))
    print(f"{name:<8}|" + "|".join(f"{n:>4}" for n in running) + f"| = {running[-1]}")
try:
    list(frames(rolls("X 9/")))
except IndexError as e:
    print("incomplete game:", e)
