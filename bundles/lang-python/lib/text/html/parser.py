# HTML, taken apart as it comes.
import re
from html import unescape

_raw = ("script", "style")


class HTMLParser:
    CDATA_CONTENT_ELEMENTS = _raw

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ""
        self.lasttag = "???"
        self.cdata_elem = None
        self.lineno = 1
        self.offset = 0

    def feed(self, data):
        self.rawdata += data
        self._go(False)

    def close(self):
        self._go(True)

    def getpos(self):
        return self.lineno, self.offset

    def _move(self, i, j):
        text = self.rawdata[i:j]
        n = text.count("\n")
        if n:
            self.lineno += n
            self.offset = len(text) - text.rindex("\n") - 1
        else:
            self.offset += len(text)
        return j

    def _text(self, i, j):
        text = self.rawdata[i:j]
        if not text:
            return
        if self.cdata_elem:
            self.handle_data(text)
        elif self.convert_charrefs:
            self.handle_data(unescape(text))
        else:
            self._references(text)

    def _references(self, text):
        at = 0
        while at < len(text):
            i = text.find("&", at)
            if i < 0:
                self.handle_data(text[at:])
                return
            if i > at:
                self.handle_data(text[at:i])
            number = text[i + 1 : i + 2] == "#"
            j = k = i + 1 + number
            while k < len(text) and text[k].isalnum():
                k += 1
            if k == j or number and not re.fullmatch("[0-9]+|[xX][0-9a-fA-F]+", text[j:k]):
                k = j
                self.handle_data(text[i:k])
            elif number:
                self.handle_charref(text[j:k])
            else:
                self.handle_entityref(text[j:k])
            at = k + (k > j and text[k : k + 1] == ";")

    def _go(self, end):
        d = self.rawdata
        n = len(d)
        i = 0
        while i < n:
            if self.cdata_elem:
                found = re.search(r"</\s*" + self.cdata_elem + r"\s*>", d[i:], re.I)
                j = i + found.start() if found else -1
            else:
                j = d.find("<", i)
            if j < 0:
                if not end:
                    amp = d.rfind("&", max(i, n - 34))
                    j = amp if amp >= 0 and not re.search(r"[\s;]", d[amp:]) else n
                    if self.cdata_elem:
                        break
                else:
                    j = n
                self._text(i, j)
                i = self._move(i, j)
                break
            self._text(i, j)
            i = self._move(i, j)
            k = self._markup(d, i, end)
            if k < 0:
                if not end:
                    break
                self._text(i, n)
                k = n
            i = self._move(i, k)
        self.rawdata = d[i:]

    def _markup(self, d, i, end):
        # Handles what begins with "<" at i; gives its end, or -1 if that is not there yet.
        c = d[i + 1 : i + 2]
        if c.isalpha() and c.isascii():
            return self._start(d, i)
        if c == "/":
            return self._end(d, i)
        if d.startswith("<!--", i):
            j = d.find("-->", i + 4)
            if j < 0:
                return -1
            self.handle_comment(d[i + 4 : j])
            return j + 3
        if c == "?":
            j = d.find(">", i)
            if j < 0:
                return -1
            self.handle_pi(d[i + 2 : j])
            return j + 1
        if d.startswith("<![", i):
            j = d.find("]>", i)
            if j < 0:
                return -1
            self.unknown_decl(d[i + 3 : j].rstrip("]"))
            return j + 2
        if c == "!":
            j = d.find(">", i)
            if j < 0:
                return -1
            if d[i + 2 : i + 9].lower() == "doctype":
                self.handle_decl(d[i + 2 : j])
            else:
                self.handle_comment(d[i + 2 : j])
            return j + 1
        if not c and not end:
            return -1
        self.handle_data("<")
        return i + 1

    def _start(self, d, i):
        n = len(d)
        j = i + 1
        while j < n and d[j] not in " \t\n\r\f/>":
            j += 1
        tag = d[i + 1 : j].lower()
        attrs = []
        while True:
            while j < n and (d[j] in " \t\n\r\f" or d[j] == "/" and d[j : j + 2] != "/>"):
                j += 1
            if j >= n:
                return -1
            if d[j] == ">" or d[j : j + 2] == "/>":
                break
            k = j + 1
            while k < n and d[k] not in " \t\n\r\f/>=":
                k += 1
            name = d[j:k].lower()
            j = k
            while k < n and d[k] in " \t\n\r\f":
                k += 1
            value = None
            if d[k : k + 1] == "=":
                k += 1
                while k < n and d[k] in " \t\n\r\f":
                    k += 1
                q = d[k : k + 1]
                if q in ('"', "'") and q:
                    j = d.find(q, k + 1)
                    if j < 0:
                        return -1
                    value = d[k + 1 : j]
                    j += 1
                else:
                    j = k
                    while j < n and d[j] not in " \t\n\r\f>":
                        j += 1
                    value = d[k:j]
                value = unescape(value)
            attrs.append((name, value))
        empty = d[j] == "/"
        j += 1 + empty
        self._starttag = d[i:j]
        self.lasttag = tag
        if empty:
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.cdata_elem = tag
        return j

    def _end(self, d, i):
        j = d.find(">", i)
        if j < 0:
            return -1
        body = d[i + 2 : j].strip() if self.cdata_elem else d[i + 2 : j]
        if not body or not (body[0].isalpha() and body[0].isascii()):
            if body:
                self.handle_comment(body)
            return j + 1
        tag = body.split()[0].split("/")[0].lower()
        if self.cdata_elem and tag != self.cdata_elem:
            self.handle_data(d[i : j + 1])
            return j + 1
        self.cdata_elem = None
        self.handle_endtag(tag)
        return j + 1

    def get_starttag_text(self):
        return self._starttag

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
