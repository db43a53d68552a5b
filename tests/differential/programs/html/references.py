from html import unescape
from html.parser import HTMLParser
class P(HTMLParser):
    def handle_starttag(self, tag, attrs): print("start", tag, attrs)
    def handle_endtag(self, tag): print("end", tag)
    def handle_data(self, data): print("data", repr(data))
    def handle_entityref(self, name): print("entity", name)
    def handle_charref(self, name): print("char", name)
    def handle_comment(self, data): print("comment", repr(data))
for text in ("<b>a &amp; b &#233; &#xe9; &unknown; &#bad;</b>", "<script>if (a < b && '</b>') x()</script ><p>x", "<style>a > b {}</style>"):
    for convert in True, False:
        p = P(convert_charrefs=convert)
        p.feed(text)
        p.close()
p = P(convert_charrefs=False)
for c in "<p>&lt;x&gt; &eacute;t&#233;</p>":
    p.feed(c)
p.close()
print(unescape("&AMP; &LT;a&GT; &COPY; &amp;lt; &eacute &notit; &copy2024"))
