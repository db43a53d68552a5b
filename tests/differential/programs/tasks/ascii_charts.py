"""Bar charts, sparklines and a scatter plot in text."""
import math

DATA = {"Mon": 12, "Tue": 7.5, "Wed": 0, "Thu": 21, "Fri": 16, "Sat": 3}


def bars(data, width=24):
    top = max(data.values())
    for label, value in data.items():
        full, part = divmod(value / top * width, 1)
        bar = "█" * int(full) + ("▌" if part >= 0.5 else "")
        yield f"{label} │{bar:<{width}}│ {value:>5.1f}"


def spark(values):
    ticks = "▁▂▃▄▅▆▇█"
    low, high = min(values), max(values)
    return "".join(ticks[round((v - low) / (high - low) * (len(ticks) - 1))] for v in values)


def columns(data, height=5):
    top = max(data.values())
    for level in range(height, 0, -1):
        yield " ".join("###" if v / top * height >= level - 0.5 else "   " for v in data.values()).rstrip()
    yield " ".join(data)


def plot(f, x0, x1, cols=32, rows=7):
    xs = [x0 + (x1 - x0) * i / (cols - 1) for i in range(cols)]
    ys = [f(x) for x in xs]
    low, high = min(ys), max(ys)
    canvas = [[" "] * cols for _ in range(rows)]
    for c, y in enumerate(ys):
        canvas[rows - 1 - round((y - low) / (high - low) * (rows - 1))][c] = "o"
    for r, row in enumerate(canvas):
        mark = high if r == 0 else low if r == rows - 1 else None
        yield f"{'' if mark is None else format(mark, '.2f'):>6} |" + "".join(row).rstrip()


print(*bars(DATA), sep="\n")
print(spark(list(DATA.values())), spark([math.sin(i / 3) for i in range(24)]))
print(*columns(DATA), sep="\n")
print(*plot(math.sin, 0, 2 * math.pi), sep="\n")
print(*plot(lambda x: x * x, -2, 2, cols=17, rows=5), sep="\n")
