"""Turn records into an escaped HTML table and read it back."""
import html
from html.parser import HTMLParser

rows = [{"name": "Tom & Jerry", "note": "<b>cats</b>"}, {"name": 'He said "x"', "note": None}]


def table(rows):
    head = list(rows[0])
    out = ["<table>", "  <tr>" + "".join(f"<th>{html.escape(h)}</th>" for h in head) + "</tr>"]
    for r in rows:
        out.append("  <tr>" + "".join(f"<td>{html.escape(str(r[h])) if r[h] is not None else '&nbsp;'}</td>" for h in head) + "</tr>")
    return "\n".join(out + ["</table>"])


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.rows, self.cell = [], None

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.cell = ""

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.rows[-1].append(self.cell.replace("\xa0", ""))
            self.cell = None


page = table(rows)
print(page)
reader = Reader()
reader.feed(page)
print(reader.rows)
print(html.unescape("&lt;p&gt; &copy; &#233; &#x20AC; &amp;amp;"), html.escape("'"), html.escape("'\"", quote=False))
