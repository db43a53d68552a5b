import xml.etree.ElementTree as ET
doc = """<?xml version="1.0"?>
<lib owner="ann"><book id="1" lang="en"><title>A &amp; B</title><price>9.50</price></book>
<book id="2"><title>C</title><price>20</price></book><!-- c --><empty/></lib>"""
root = ET.fromstring(doc); print(root.tag, root.attrib, len(root), root[0].get("id"), root.find("book/title").text, root.findtext("book/price"))
for b in root.findall("book"): print(b.get("id"), b.find("title").text, float(b.findtext("price")))
print([e.tag for e in root.iter()], root.find(".//book[@id='2']/title").text, root.find("nope"), root.findall("book[price='20']")[0].get("id"))
new = ET.SubElement(root, "book", id="3"); ET.SubElement(new, "title").text = "<D>"; root[0].set("lang", "de"); root.remove(root[1])
print(ET.tostring(root, encoding="unicode"))
ET.indent(root); print(ET.tostring(root).decode()); ET.ElementTree(root).write("o.xml", encoding="utf-8", xml_declaration=True); print(open("o.xml").readline().strip(), ET.parse("o.xml").getroot().tag)
for bad in ("<a><b></a>", "<a>", "x", "<a>&nope;</a>", "<a b=1/>"):
    try: ET.fromstring(bad)
    except ET.ParseError as e: print(e)
ns = ET.fromstring('<r xmlns="urn:x" xmlns:y="urn:y"><y:a k="1"/></r>'); print(ns.tag, ns[0].tag, ns.find("y:a", {"y": "urn:y"}).attrib)
