"""Change a small XML configuration and print what is left."""
import xml.etree.ElementTree as ET

root = ET.fromstring("""<config version="1">
  <server name="a" port="80"><tag>old</tag></server>
  <server name="b" port="8080"/>
  <limit unit="MB">64</limit>
</config>""")
for server in root.findall("server"):
    server.set("port", str(int(server.get("port")) + 1))
    if server.find("tag") is not None:
        root.remove(server)
extra = ET.SubElement(root, "server", name="c & d")
extra.text = "x < y"
root.find("limit").text = str(int(root.findtext("limit")) * 2)
print([e.tag for e in root.iter()], root.attrib, root.findtext("nope", "default"))
ET.indent(root)
print(ET.tostring(root, encoding="unicode"))
print([s.attrib for s in root.iterfind(".//server[@port]")])
try:
    ET.fromstring("<a><b></a>")
except ET.ParseError as e:
    print(type(e).__name__, e.position)
