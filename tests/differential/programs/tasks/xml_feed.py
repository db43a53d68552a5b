"""Read and write a small RSS-like feed."""
import xml.etree.ElementTree as ET

FEED = """<rss version="2.0"><channel><title>News &amp; more</title>
<item id="1"><title>First</title><link>http://x/1</link><category>a</category><category>b</category></item>
<item id="2"><title>Second &#233;</title><link>http://x/2</link></item>
</channel></rss>"""
root = ET.fromstring(FEED)
channel = root.find("channel")
print(root.tag, root.attrib, channel.findtext("title"))
for item in channel.iter("item"):
    cats = [c.text for c in item.findall("category")]
    print(item.get("id"), item.find("title").text, item.findtext("link"), cats, item.findtext("nope", "-"))
new = ET.SubElement(channel, "item", id="3")
ET.SubElement(new, "title").text = "<Third> & last"
print(ET.tostring(new, encoding="unicode"))
channel.remove(channel.findall("item")[0])
print(len(channel), [c.tag for c in channel], channel.find("item[@id='3']/title").text)
tree = ET.Element("a")
b = ET.SubElement(tree, "b")
b.text, b.tail = "t", "tail"
b.set("k", "v\"q")
ET.SubElement(tree, "c")
ET.indent(tree)
print(ET.tostring(tree).decode())
try:
    ET.fromstring("<a><b></a>")
except ET.ParseError as e:
    print("ParseError", e)
