import shlex
for s in ("ls -l 'my file' \"a b\"", r'a\ b "c\"d" \'x', "grep -E 'a|b' f.txt # no", "", "--name=\"John Smith\" x=''", "a  b\tc\nd"):
    print(shlex.split(s), shlex.split(s, comments=True), shlex.split(s, posix=False))
for s in ("unclosed 'x", "trailing \\", '"'):
    try:
        print(shlex.split(s))
    except ValueError as e:
        print(e)
print([shlex.quote(s) for s in ("abc", "a b", "it's", "", "a$b", "x=1", "é")], shlex.join(["echo", "hello world", "it's"]))
print(list(shlex.shlex("a = b+c; 'q r' # rest\nnext")), list(shlex.shlex("a && b || c; (d)", punctuation_chars=True)))
lexer = shlex.shlex("x,y z", posix=True)
lexer.whitespace += ","
lexer.whitespace_split = True
print(list(lexer), lexer.get_token())
