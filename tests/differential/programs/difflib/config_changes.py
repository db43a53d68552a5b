"""Show what changed between two versions of a configuration."""
import difflib

OLD = """\
host = example.org
port = 8080
debug = true
workers = 4
""".splitlines(keepends=True)
NEW = """\
host = example.org
port = 9090
workers = 8
timeout = 30
""".splitlines(keepends=True)
print("".join(difflib.unified_diff(OLD, NEW, "old.ini", "new.ini")), end="")
print("".join(difflib.ndiff(OLD, NEW)), end="")
matcher = difflib.SequenceMatcher(None, "kitten sitting", "sitting kitten")
print(round(matcher.ratio(), 4), matcher.find_longest_match())
for op in difflib.SequenceMatcher(None, "abcxyz", "abxyzq").get_opcodes():
    print(*op)
commands = ["status", "start", "stop", "restart"]
for word in ("sttaus", "strat", "stopp", "help"):
    close = difflib.get_close_matches(word, commands, n=2)
    print(word, "->", " or ".join(close) if close else "no idea")
print("".join(difflib.context_diff(["a\n", "b\n"], ["a\n", "c\n"], n=1)), end="")
print("".join(difflib.restore(difflib.ndiff(["x\n"], ["y\n"]), 2)), end="")
