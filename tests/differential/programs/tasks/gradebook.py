"""Weighted grades with dropped scores, curves and a histogram."""
WEIGHTS = {"homework": 0.3, "quiz": 0.2, "exam": 0.5}
STUDENTS = {
    "Álvarez, Inés": {"homework": [90, 85, 0, 100], "quiz": [8, 9, 10], "exam": [88, 92]},
    "Brown, Tim": {"homework": [70, 65, 80, 75], "quiz": [6, 5, 9], "exam": [71, 64]},
    "Çelik, Deniz": {"homework": [100, 100, 95, 90], "quiz": [10, 10, 9], "exam": [97, 99]},
    "Diaz, Ana": {"homework": [], "quiz": [7, 8, 6], "exam": [60, 55]},
}
LETTERS = [(90, "A"), (80, "B"), (70, "C"), (60, "D"), (0, "F")]


def average(scores, drop=0, scale=100):
    kept = sorted(scores)[drop:] if len(scores) > drop else scores
    return sum(kept) / len(kept) / scale * 100


def grade(parts):
    try:
        return sum(
            WEIGHTS[kind] * average(scores, drop=kind == "homework", scale=10 if kind == "quiz" else 100)
            for kind, scores in parts.items()
        )
    except ZeroDivisionError:
        return None


results = {name: grade(parts) for name, parts in STUDENTS.items()}
known = [g for g in results.values() if g is not None]
curve = 100 - max(known)
for name, g in sorted(results.items(), key=lambda kv: (kv[1] is None, -(kv[1] or 0))):
    last, first = name.split(", ")
    shown = "incomplete" if g is None else f"{g:6.2f} -> {g + curve:6.2f} {next(l for m, l in LETTERS if g + curve >= m)}"
    print(f"{first + ' ' + last:<16}{shown}")
for low in range(60, 101, 10):
    n = sum(low <= g < low + 10 for g in known)
    print(f"{low:>3}-{low + 9:<4}{'*' * n}")
