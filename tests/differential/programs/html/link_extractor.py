"""Collect links, headings and text from HTML."""
from html import escape, unescape
from html.parser import HTMLParser


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.headings, self.stack, self.text = [], [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in ("br", "img"):
            self.stack.append(tag)
        if tag == "a":
            self.links.append(dict(attrs).get("href"))

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop() != tag:
            pass

    def handle_data(self, data):
        if self.stack and self.stack[-1] in ("h1", "h2"):
            self.headings.append((self.stack[-1], data.strip()))
        elif data.strip():
            self.text.append(" ".join(data.split()))

    def handle_comment(self, data):
        print("comment:", data.strip())


parser = Links()
parser.feed("""<!-- top --><h1>News &amp; Views</h1><p>See <a href="/a?x=1&amp;y=2">this</a>
and <a class='b' href='#c'>that</a>.<br/>Fish &#39;n&#x27; chips</p><h2>More</h2><ul><li>one<li>two</ul>""")
parser.close()
print(parser.links, parser.headings, parser.stack)
print(parser.text)
print(escape('<a href="x">\'&\'</a>'), escape('"', quote=False), unescape("&lt;&eacute;&hellip;&notanentity;&#128512;"))
