"""Play Mastermind by filtering the candidates."""
from collections import Counter
from itertools import product

COLORS = "RGBYOP"


def feedback(secret, guess):
    exact = sum(a == b for a, b in zip(secret, guess))
    common = sum((Counter(secret) & Counter(guess)).values())
    return exact, common - exact


def play(secret):
    candidates = list(product(COLORS, repeat=4))
    guess = tuple("RRGG")
    history = []
    while True:
        answer = feedback(secret, guess)
        candidates = [c for c in candidates if feedback(c, guess) == answer]
        history.append(("".join(guess), answer, len(candidates)))
        if answer == (4, 0):
            return history
        guess = candidates[len(candidates) // 2]


for secret in ("BGYR", "PPPP", "ORYB"):
    game = play(tuple(secret))
    print(secret, "found in", len(game))
    for guess, (black, white), left in game:
        print(f"   {guess} {'●' * black}{'○' * white}{'.' * (4 - black - white)} {left}")
