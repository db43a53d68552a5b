import fnmatch
for pat in ("*.txt", "a?b*", "[abc]", "[!x]", "[^x]", "[x", "**a*a****a", "a[]]b", "*[0-9].log", "x-y.z", "[z-a]", "é*"):
    print(pat, fnmatch.translate(pat), fnmatch.filter(["a.txt", "aXbc", "a", "x", "^", "[x", "aaa", "a]b", "v1.log", "x-y.z", "été", "m\nn.txt"], pat))
print(fnmatch.fnmatch(b"a.py", b"*.py"), fnmatch.fnmatchcase("A.PY", "*.py"), fnmatch.fnmatch(".hidden", "*"))
try:
    fnmatch.fnmatch("a", b"*")
except TypeError as e:
    print(e)
