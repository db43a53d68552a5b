# Words as a shell splits them.


class shlex:
    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if instream is None:
            import sys

            instream = sys.stdin
        self._text = instream if isinstance(instream, str) else instream.read()
        self.posix = posix
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "".join(map(chr, range(0xDF, 0xF7))) + "".join(map(chr, range(0xF8, 0x100))) + "".join([chr(c) for c in range(0xC0, 0xDF) if c != 0xD7])
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.punctuation_chars = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        if self.punctuation_chars:
            self.wordchars += "~-./*?="
        self.eof = None if posix else ""
        self._pushed = []
        self._words = None

    def push_token(self, tok):
        self._pushed.append(tok)

    def get_token(self):
        if self._pushed:
            return self._pushed.pop()
        if self._words is None:
            self._words = self._split()
        return next(self._words, self.eof)

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token

    def _split(self):
        text = self._text
        posix = self.posix
        token = None
        i = 0
        while i < len(text):
            c = text[i]
            i += 1
            if c in self.whitespace:
                if token is not None:
                    yield token
                    token = None
            elif c in self.commenters:
                while i < len(text) and text[i - 1] != "\n":
                    i += 1
                if token is not None:
                    yield token
                    token = None
            elif c in self.quotes and (posix or token is None):
                token = token or ""
                begin = i
                while i < len(text) and text[i] != c:
                    if posix and text[i] in self.escape and c in self.escapedquotes:
                        if i + 1 == len(text):
                            raise ValueError("No escaped character")
                        if text[i + 1] in (c, text[i]):
                            token += text[begin:i]
                            begin = i + 1
                        i += 1
                    i += 1
                if i >= len(text):
                    raise ValueError("No closing quotation")
                token += text[begin:i]
                i += 1
                if not posix:
                    yield c + token + c
                    token = None
            elif posix and c in self.escape:
                if i == len(text):
                    raise ValueError("No escaped character")
                token = (token or "") + text[i]
                i += 1
            elif c in self.punctuation_chars:
                if token is not None:
                    yield token
                    token = None
                begin = i - 1
                while i < len(text) and text[i] in self.punctuation_chars:
                    i += 1
                yield text[begin:i]
            elif c in self.wordchars or self.whitespace_split or token is not None and c in self.quotes:
                token = (token or "") + c
            else:
                if token is not None:
                    yield token
                    token = None
                yield c
        if token is not None:
            yield token


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    if not comments:
        words.commenters = ""
    return list(words)


def quote(s):
    if not s:
        return "''"
    if all([c.isalnum() and c < "\x7f" or c in "@%+=:,./-_" for c in s]):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(arg) for arg in split_command])
