import difflib
a = "one\ntwo\nthree\nfour\n".splitlines(True); b = "one\n2\nthree\nfive\nfour\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "old", "new"))); print("".join(difflib.ndiff(a, b))); print("".join(difflib.context_diff(a, b, "x", "y", n=1)))
s = difflib.SequenceMatcher(None, "abcd", "bcde"); print(round(s.ratio(), 3), s.get_opcodes(), s.find_longest_match(), s.get_matching_blocks())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("zzz", ["a"]))
