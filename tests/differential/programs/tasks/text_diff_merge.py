"""Three-way merge of small line lists."""
from difflib import SequenceMatcher


def changes(base, other):
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, base, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield a1, a2, other[b1:b2]


def merge(base, mine, theirs):
    edits = [(a, b, new, "mine") for a, b, new in changes(base, mine)]
    edits += [(a, b, new, "theirs") for a, b, new in changes(base, theirs)]
    edits.sort(key=lambda e: (e[0], e[1]))
    out, at, conflicts = [], 0, 0
    i = 0
    while i < len(edits):
        a, b, new, who = edits[i]
        if i + 1 < len(edits) and edits[i + 1][0] < max(b, a + 1):
            a2, b2, new2, who2 = edits[i + 1]
            out += base[at:a]
            if (a, b, new) == (a2, b2, new2):
                out += new
            else:
                conflicts += 1
                out += ["<<<<<<< " + who, *new, "=======", *new2, ">>>>>>> " + who2]
            at, i = max(b, b2), i + 2
        else:
            out += base[at:a] + new
            at, i = b, i + 1
    return out + base[at:], conflicts


base = ["eggs", "milk", "bread", "tea", "salt"]
for mine, theirs in (
    (["eggs", "oat milk", "bread", "tea", "salt"], ["eggs", "milk", "bread", "tea", "pepper", "salt"]),
    (["eggs", "oat milk", "bread", "tea", "salt"], ["eggs", "soy milk", "bread", "tea", "salt"]),
    (["milk", "bread", "tea", "salt"], ["milk", "bread", "tea", "salt"]),
):
    merged, conflicts = merge(base, mine, theirs)
    print(conflicts, "conflicts")
    print("  " + "\n  ".join(merged))
