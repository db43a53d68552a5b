import html
from html.parser import HTMLParser
print(html.escape("<a href=\"x\">&'"), html.unescape("&lt;&eacute;&#39;&#x41;&amp;amp;&nbsp;|&bogus;"))
class Links(HTMLParser):
    def __init__(self): super().__init__(); self.links = []; self.text = []; self.depth = 0
    def handle_starttag(self, tag, attrs):
        self.depth += 1
        if tag == "a": self.links.append(dict(attrs).get("href"))
        print("start", tag, attrs)
    def handle_endtag(self, tag): self.depth -= 1; print("end", tag)
    def handle_startendtag(self, tag, attrs): print("empty", tag)
    def handle_data(self, d):
        if d.strip(): self.text.append(d.strip())
    def handle_comment(self, c): print("comment", c)
p = Links(); p.feed('<!DOCTYPE html><p class="x">Hi &amp; <a href="/u?a=1&amp;b">link</a><br/><!-- c --></p><script>if (a<b) {}</script>'); p.close()
print(p.links, p.text, p.depth)
