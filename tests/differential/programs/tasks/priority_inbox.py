"""Rules with lambdas, any/all, and a decision log."""
MAIL = [
    {"from": "boss@work.example", "subject": "Budget?", "body": "need numbers today", "size": 1200},
    {"from": "promo@shop.example", "subject": "SALE 50% OFF", "body": "buy now", "size": 40000},
    {"from": "mum@home.example", "subject": "dinner", "body": "Sunday at 6? bring wine", "size": 300},
    {"from": "list@dev.example", "subject": "[dev] Re: build", "body": "the build is fixed", "size": 900},
    {"from": "x@y.example", "subject": "", "body": "", "size": 0},
]
RULES = [
    ("spam", lambda m: m["subject"].isupper() and any(w in m["body"] for w in ("buy", "free", "win"))),
    ("family", lambda m: m["from"].split("@")[1].startswith("home.")),
    ("work", lambda m: m["from"].endswith("@work.example")),
    ("lists", lambda m: m["subject"].startswith("[") and "]" in m["subject"]),
    ("empty", lambda m: not any((m["subject"], m["body"]))),
]
PRIORITY = {"work": lambda m: 2 + ("today" in m["body"]) * 3, "family": lambda m: 3}


def classify(mail):
    hits = [name for name, rule in RULES if rule(mail)]
    label = hits[0] if hits else "inbox"
    return label, PRIORITY.get(label, lambda m: 1)(mail), hits


folders = {}
for i, mail in enumerate(MAIL):
    label, priority, hits = classify(mail)
    folders.setdefault(label, []).append((priority, -i, mail))
    print(f"{i} {label:<7} p{priority} {hits} {mail['subject']!r:.20}")
for label in sorted(folders, key=lambda f: max(folders[f])[:2], reverse=True):
    total = sum(m["size"] for *_, m in folders[label])
    print(f"{label:>8}: {len(folders[label])} mail, {total:_} bytes")
assert all(m["size"] >= 0 for m in MAIL)
print(any(not m["body"] for m in MAIL), sum(map(lambda m: "?" in m["subject"] + m["body"], MAIL)))
