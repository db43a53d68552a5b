"""Encode and decode Morse; check the round trip and timing."""
MORSE = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
                 ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. "
                 "----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----.".split()))
BACK = {v: k for k, v in MORSE.items()}


def encode(text):
    return " / ".join(" ".join(MORSE[c] for c in word) for word in text.upper().split())


def decode(code):
    return " ".join("".join(BACK.get(c, "?") for c in word.split()) for word in code.split("/"))


def units(code):
    length = {".": 1, "-": 3}
    total = 0
    for word in code.split(" / "):
        letters = word.split()
        total += sum(sum(length[s] for s in letter) + len(letter) - 1 for letter in letters) + 3 * (len(letters) - 1)
    return total + 7 * code.count("/")


for text in ("sos", "Hello World", "paris 2024"):
    code = encode(text)
    print(f"{text!r:>14} {code}")
    print(f"{'':>14} {decode(code)} {units(code)} units, {units(code) * 60 / 1000:.2f} s at 20 wpm")
print(decode("... --- ... / .-.-.-.-"), len(BACK) == len(MORSE))
try:
    encode("a+b")
except KeyError as e:
    print("cannot encode", e, e.args)
shortest = sorted(MORSE, key=lambda c: (len(MORSE[c]), MORSE[c]))[:6]
print(shortest, {n: sum(len(m) == n for m in BACK) for n in range(1, 6)})
print("".join(chr(0x2800 + sum(1 << (int(d) - 1) for d in dots)) for dots in ("125", "15", "123", "123", "135")))
