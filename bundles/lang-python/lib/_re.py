# What of `re` is written in Python. re.error (error.c raises it): what is wrong in a pattern or a replacement, and where.


class error(Exception):
    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = "%s at position %d" % (msg, pos)
            if newline in pattern:
                msg = "%s (line %d, column %d)" % (msg, self.lineno, self.colno)
        super().__init__(msg)


# What a tokenizer is made of: for each place in a text the first expression that matches there.
class Scanner:
    def __init__(self, lexicon, flags=0):
        import re

        self.lexicon = lexicon
        self._action = {}
        group = 1
        for phrase, action in lexicon:
            self._action[group] = action
            group += 1 + re.compile(phrase, flags).groups
        self.scanner = re.compile("|".join(["(" + phrase + ")" for phrase, action in lexicon]), flags)

    def scan(self, string):
        result = []
        at = 0
        while True:
            m = self.scanner.match(string, at)
            if m is None or m.end() == at:
                return result, string[at:]
            for group, action in self._action.items():
                if m[group] is not None:
                    break
            if callable(action):
                self.match = m
                action = action(self, m[0])
            if action is not None:
                result.append(action)
            at = m.end()
