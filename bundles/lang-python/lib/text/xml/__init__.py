# XML: xml.etree.ElementTree is here.
