# XML as a tree of elements, read and written.
class ParseError(SyntaxError):
    pass


class Element:
    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError("attrib must be dict, not " + type(attrib).__name__)
        self.tag = tag
        self.attrib = dict(attrib, **extra)
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        return "<Element %r at %#x>" % (self.tag, id(self))

    def makeelement(self, tag, attrib):
        return type(self)(tag, attrib)

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        return len(self._children) != 0

    def __getitem__(self, i):
        return self._children[i]

    def __setitem__(self, i, e):
        self._children[i] = e

    def __delitem__(self, i):
        del self._children[i]

    def __iter__(self):
        return iter(self._children)

    def __copy__(self):
        e = type(self)(self.tag, self.attrib)
        e.text, e.tail = self.text, self.tail
        e._children = self._children[:]
        return e

    def __deepcopy__(self, memo):
        e = self.__copy__()
        e._children = [c.__deepcopy__(memo) for c in self._children]
        return e

    def append(self, e):
        if not isinstance(e, Element):
            raise TypeError("expected an Element, not " + type(e).__name__)
        self._children.append(e)

    def extend(self, elements):
        for e in elements:
            self.append(e)

    def insert(self, i, e):
        self._children.insert(i, e)

    def remove(self, e):
        for i, c in enumerate(self._children):
            if c is e:
                del self._children[i]
                return
        raise ValueError("list.remove(x): x not in list")

    def find(self, path, namespaces=None):
        for e in _find(self, path, namespaces):
            return e
        return None

    def findtext(self, path, default=None, namespaces=None):
        e = self.find(path, namespaces)
        return default if e is None else e.text or ""

    def findall(self, path, namespaces=None):
        return list(_find(self, path, namespaces))

    def iterfind(self, path, namespaces=None):
        return _find(self, path, namespaces)

    def clear(self):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value):
        self.attrib[key] = value

    def keys(self):
        return self.attrib.keys()

    def items(self):
        return self.attrib.items()

    def iter(self, tag=None):
        if tag == "*":
            tag = None
        if tag is None or self.tag == tag:
            yield self
        for e in self._children:
            yield from e.iter(tag)

    def itertext(self):
        if not isinstance(self.tag, str) and self.tag is not None:
            return
        if self.text:
            yield self.text
        for e in self._children:
            yield from e.itertext()
            if e.tail:
                yield e.tail


def SubElement(parent, tag, attrib={}, **extra):
    e = Element(tag, dict(attrib, **extra))
    parent.append(e)
    return e


def Comment(text=None):
    e = Element(Comment)
    e.text = text
    return e


def ProcessingInstruction(target, text=None):
    e = Element(ProcessingInstruction)
    e.text = target + " " + text if text else target
    return e


PI = ProcessingInstruction


class QName:
    def __init__(self, text_or_uri, tag=None):
        self.text = "{%s}%s" % (text_or_uri, tag) if tag else text_or_uri

    def __str__(self):
        return self.text

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, QName) else other)

    def __hash__(self):
        return hash(self.text)


def iselement(e):
    return hasattr(e, "tag")


# Paths: steps of (axis, tag, predicates).
def _tokens(path):
    i = 0
    while i < len(path):
        c = path[i]
        if c in "'\"":
            j = path.index(c, i + 1)
            yield "'", path[i + 1 : j]
            i = j + 1
        elif path[i : i + 2] in ("//", "..", "!="):
            yield path[i : i + 2], None
            i += 2
        elif c in "/.*@()[]=":
            if c == "." and path[i + 1 : i + 2] not in ("/", "", "=", "]", "["):
                raise SyntaxError("invalid path")
            yield c, None
            i += 1
        elif c == " ":
            i += 1
        else:
            j = i
            if c == "{":
                j = path.index("}", i)
            while j < len(path) and path[j] not in "/[]()@!= '\"":
                j += 1
            yield "", path[i:j]
            i = j


def _full(tag, namespaces):
    if tag and tag[0] != "{" and ":" in tag:
        prefix, name = tag.split(":", 1)
        if not namespaces or prefix not in namespaces:
            raise SyntaxError("prefix %r not found in prefix map" % prefix)
        return "{%s}%s" % (namespaces[prefix], name)
    if tag and tag[0] != "{" and namespaces and "" in namespaces:
        return "{%s}%s" % (namespaces[""], tag)
    return tag


def _fits(e, tag):
    if tag == "*":
        return isinstance(e.tag, str)
    if tag[:3] == "{*}":
        return isinstance(e.tag, str) and e.tag.split("}")[-1] == tag[3:]
    if tag[-2:] == "}*":
        return isinstance(e.tag, str) and e.tag.startswith(tag[:-1])
    return e.tag == tag


def _find(root, path, namespaces):
    if path[-1:] == "/":
        path += "*"
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    tokens = list(_tokens(path))
    found = [root]
    parents = None
    i = 0
    deep = False
    while i < len(tokens):
        kind, text = tokens[i]
        i += 1
        if kind == "/":
            continue
        if kind == "//":
            deep = True
            continue
        if kind == ".":
            continue
        if kind == "..":
            if parents is None:
                parents = dict([(id(c), p) for p in root.iter() for c in p])
            up = []
            for e in found:
                p = parents.get(id(e))
                if p is not None and not any([p is u for u in up]):
                    up.append(p)
            found = up
        elif kind == "[":
            parts = []
            while tokens[i][0] != "]":
                parts.append(tokens[i])
                i += 1
            i += 1
            found = _predicate(found, parts, namespaces, root)
        elif kind in ("", "*"):
            tag = "*" if kind == "*" else _full(text, namespaces)
            new = []
            for e in found:
                if deep:
                    new += [d for d in e.iter() if d is not e and _fits(d, tag) and not any([d is n for n in new])]
                else:
                    new += [c for c in e if _fits(c, tag)]
            found = new
            deep = False
        else:
            raise SyntaxError("invalid path")
    return iter(found)


def _predicate(found, parts, namespaces, root):
    signature = "".join([k or "-" for k, _ in parts])
    texts = [t for _, t in parts if t is not None]
    if signature == "@-":
        return [e for e in found if e.get(texts[0]) is not None]
    if signature in ("@-='", "@-!='"):
        if "!" in signature:
            return [e for e in found if e.get(texts[0]) is not None and e.get(texts[0]) != texts[1]]
        return [e for e in found if e.get(texts[0]) == texts[1]]
    if signature in ("-='", "-!='", ".='", ".!='"):
        equal = "!" not in signature
        value = texts[-1]
        if signature[0] == ".":
            return [e for e in found if ("".join(e.itertext()) == value) == equal]
        tag = _full(texts[0], namespaces)
        return [e for e in found if any([("".join(c.itertext()) == value) == equal for c in e.findall(tag)])]
    if signature == "-" and not texts[0].isdigit():
        tag = _full(texts[0], namespaces)
        return [e for e in found if e.find(tag) is not None]
    if signature in ("-", "-()", "-()-"):
        if signature == "-":
            n = int(texts[0]) - 1
            if n < 0:
                raise SyntaxError("XPath position >= 1 expected")
        elif texts[0] != "last":
            raise SyntaxError("unsupported function")
        else:
            n = -1 + (int(texts[1]) if len(texts) > 1 else 0)
        out = []
        for p in root.iter():
            same = {}
            for c in p:
                same.setdefault(c.tag if isinstance(c.tag, str) else None, []).append(c)
            for group in same.values():
                if -len(group) <= n < len(group) and any([group[n] is e for e in found]):
                    out.append(group[n])
        return [e for e in found if any([e is o for o in out])]
    raise SyntaxError("invalid predicate")


class TreeBuilder:
    def __init__(self, element_factory=None):
        self._make = element_factory or Element
        self._open = []
        self._root = self._last = None
        self._data = []
        self._tail = False

    def _flush(self):
        if self._data:
            if self._last is not None:
                text = "".join(self._data)
                if self._tail:
                    self._last.tail = text
                else:
                    self._last.text = text
            self._data = []

    def close(self):
        return self._root

    def data(self, data):
        self._data.append(data)

    def start(self, tag, attrs):
        self._flush()
        self._last = e = self._make(tag, attrs)
        if self._open:
            self._open[-1].append(e)
        elif self._root is None:
            self._root = e
        self._open.append(e)
        self._tail = False
        return e

    def end(self, tag):
        self._flush()
        self._last = self._open.pop()
        self._tail = True
        return self._last


_known = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class XMLParser:
    def __init__(self, *, target=None, encoding=None):
        self.target = target or TreeBuilder()
        self._text = []

    def feed(self, data):
        if isinstance(data, (bytes, bytearray)):
            data = bytes(data)
            head = data[:100]
            if b"encoding" in head and (b"8859-1" in head or b"latin" in head.lower()):
                data = "".join([chr(c) for c in data])
            else:
                data = (data[3:] if data[:3] == b"\xef\xbb\xbf" else data).decode()
        self._text.append(data)

    def close(self):
        _Reader("".join(self._text), self.target).read()
        return self.target.close() if hasattr(self.target, "close") else None


class _Reader:
    # The text is cut at every "<", so that no position has to be found twice.
    def __init__(self, text, target):
        self.t = text.replace("\r\n", "\n").replace("\r", "\n")
        self.target = target

    def fail(self, what, at):
        t = self.t
        line = t.count("\n", 0, at) + 1
        col = at - (t.rfind("\n", 0, at) + 1)
        e = ParseError("%s: line %d, column %d" % (what, line, col))
        e.position = line, col
        e.code = {"syntax error": 2, "no element found": 3, "not well-formed (invalid token)": 4, "mismatched tag": 7, "undefined entity": 11}.get(what, 0)
        raise e

    def read(self):
        target = self.target
        opened = []  # (name as written, namespaces before it)
        spaces = {"xml": "http://www.w3.org/XML/1998/namespace"}
        seen = False
        at = 0
        self.entities = dict(_known)
        parts = self.t.split("<")
        head = parts[0]
        if head.strip("\ufeff \t\n"):
            self.fail("syntax error", len(head) - len(head.lstrip()))
        at = len(head)
        i = 1
        while i < len(parts):
            start = at
            p = parts[i]
            i += 1
            at += 1 + len(p)
            if p[:1] == "/":
                j = p.find(">")
                if j < 0:
                    self.fail("unclosed token", start)
                name = p[1:j].strip()
                if not opened:
                    self.fail("not well-formed (invalid token)", start + 1)
                if name != opened[-1][0]:
                    self.fail("mismatched tag", start + 2)
                target.end(self.name(name, spaces, True, start))
                spaces = opened.pop()[1]
            elif p[:3] == "!--" or p[:8] == "![CDATA[" or p[:1] == "?":
                end = "-->" if p[:1] == "!" and p[1] == "-" else "]]>" if p[0] == "!" else "?>"
                skip = 3 if end == "-->" else 8 if end == "]]>" else 1
                j = p.find(end, skip)
                while j < 0:
                    if i >= len(parts):
                        self.fail("unclosed token" if end != "]]>" else "unclosed CDATA section", start)
                    p += "<" + parts[i]
                    at += 1 + len(parts[i])
                    i += 1
                    j = p.find(end, skip)
                if end == "]]>":
                    if opened and j > 8:
                        target.data(p[8:j])
                elif end == "-->":
                    if hasattr(target, "comment"):
                        target.comment(p[3:j])
                elif p[:4] == "?xml" and start > len(head) and p[4:5] in (" ", "?"):
                    self.fail("XML or text declaration not at start of entity", start)
                j += len(end) - 1
            elif p[:1] == "!":
                while p.count("[") > p.count("]") or ">" not in p:
                    if i >= len(parts):
                        self.fail("unclosed token", start)
                    p += "<" + parts[i]
                    at += 1 + len(parts[i])
                    i += 1
                j = p.find(">", p.rfind("]") + 1)
                self.declarations(p)
            else:
                j = self.tag_end(p)
                if j < 0:
                    self.fail("unclosed token" if p and not p[0].isspace() else "not well-formed (invalid token)", start if p and not p[0].isspace() else start + 1)
                if not opened and seen:
                    self.fail("junk after document element", start)
                empty = p[j - 1 : j] == "/"
                name, attrs, new = self.start_tag(p[: j - empty], spaces, start + 1)
                seen = True
                target.start(self.name(name, new, True, start), attrs)
                if empty:
                    target.end(self.name(name, new, True, start))
                else:
                    opened.append((name, spaces))
                    spaces = new
            text = p[j + 1 :]
            if text:
                if opened:
                    target.data(self.references(text, at - len(text)) if "&" in text else text)
                elif text.strip():
                    self.fail("junk after document element" if seen else "syntax error", at - len(text) + len(text) - len(text.lstrip()))
        if opened or not seen:
            self.fail("no element found", len(self.t))

    def declarations(self, p):
        at = 0
        while True:
            i = p.find("<!ENTITY ", at)
            if i < 0:
                return
            words = p[i + 9 :].split(None, 1)
            if len(words) == 2 and words[1][:1] in ("'", '"'):
                q = words[1][0]
                self.entities[words[0]] = words[1][1:].split(q)[0]
            at = i + 9

    def tag_end(self, p):
        quote = None
        if '"' not in p and "'" not in p:
            return p.find(">")
        for j, c in enumerate(p):
            if quote:
                if c == quote:
                    quote = None
            elif c in "'\"":
                quote = c
            elif c == ">":
                return j
        return -1

    def references(self, text, at):
        parts = text.split("&")
        out = [parts[0]]
        at += len(parts[0])
        for p in parts[1:]:
            j = p.find(";")
            if j <= 0:
                self.fail("not well-formed (invalid token)", at + 1)
            name = p[:j]
            if name[0] == "#":
                try:
                    out.append(chr(int(name[2:], 16) if name[1:2] == "x" else int(name[1:])))
                except ValueError:
                    self.fail("not well-formed (invalid token)", at + 1)
            elif name in self.entities:
                out.append(self.entities[name])
            else:
                self.fail("undefined entity", at)
            out.append(p[j + 1 :])
            at += 1 + len(p)
        return "".join(out)

    def start_tag(self, s, spaces, at):
        if not s or not (s[0].isalpha() or s[0] in "_:"):
            self.fail("not well-formed (invalid token)", at)
        k = 0
        n = len(s)
        while k < n and not s[k].isspace():
            if s[k] in "=\"'&;,!@#$%^*()+?":
                self.fail("not well-formed (invalid token)", at + k)
            k += 1
        name = s[:k]
        raw = []
        while True:
            while k < n and s[k].isspace():
                k += 1
            if k >= n:
                break
            j = s.find("=", k)
            if j < 0:
                self.fail("not well-formed (invalid token)", at + n)
            key = s[k:j].strip()
            j += 1
            while j < n and s[j].isspace():
                j += 1
            q = s[j : j + 1]
            if q not in ("'", '"') or not key or " " in key:
                self.fail("not well-formed (invalid token)", at + j)
            k = s.find(q, j + 1)
            if k < 0:
                self.fail("not well-formed (invalid token)", at + j)
            value = s[j + 1 : k]
            if "&" in value:
                value = self.references(value, at + j + 1)
            for c in "\t\n":
                value = value.replace(c, " ")
            if any([key == x for x, _ in raw]):
                self.fail("duplicate attribute", at + j)
            raw.append((key, value))
            k += 1
        for key, value in raw:
            if key == "xmlns" or key.startswith("xmlns:"):
                spaces = dict(spaces)
                spaces[key[6:]] = value
        attrs = {}
        for key, value in raw:
            if key != "xmlns" and not key.startswith("xmlns:"):
                attrs[self.name(key, spaces, False, at)] = value
        return name, attrs, spaces

    def name(self, name, spaces, element, at):
        if ":" in name:
            prefix, local = name.split(":", 1)
            if prefix not in spaces:
                self.fail("unbound prefix", at)
            return "{%s}%s" % (spaces[prefix], local)
        uri = spaces.get("") if element else None
        return "{%s}%s" % (uri, name) if uri else name


def XML(text, parser=None):
    parser = parser or XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    tree = XML(text, parser)
    return tree, dict([(e.get("id"), e) for e in tree.iter() if e.get("id")])


def fromstringlist(sequence, parser=None):
    return XML("".join(sequence), parser)


class ElementTree:
    def __init__(self, element=None, file=None):
        self._root = element
        if file is not None:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        if hasattr(source, "read"):
            text = source.read()
        else:
            import os

            with open(os.fspath(source), "rb") as f:
                text = f.read()
        self._root = XML(text, parser)
        return self._root

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _path(self, path):
        return "." + path if path[:1] == "/" else path

    def find(self, path, namespaces=None):
        return self._root.find(self._path(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._path(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._path(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._path(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True):
        encoding = encoding or "us-ascii"
        text = _write(self._root, encoding, xml_declaration, default_namespace, method, short_empty_elements)
        data = text if encoding == "unicode" else _encode(text, encoding)
        if hasattr(file_or_filename, "write"):
            file_or_filename.write(data)
        else:
            import os

            with open(os.fspath(file_or_filename), "w" if encoding == "unicode" else "wb") as f:
                f.write(data)


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def iterparse(source, events=None, parser=None):
    events = events or ("end",)
    root = parse(source, parser).getroot()

    def walk(e):
        if "start" in events:
            yield "start", e
        for c in e:
            yield from walk(c)
        if "end" in events:
            yield "end", e

    return walk(root)


_prefixes = {
    "http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://schemas.xmlsoap.org/wsdl/": "wsdl",
    "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://purl.org/dc/elements/1.1/": "dc",
}


def register_namespace(prefix, uri):
    for k, v in list(_prefixes.items()):
        if k == uri or v == prefix:
            del _prefixes[k]
    _prefixes[uri] = prefix


def _encode(text, encoding):
    if encoding.lower() in ("utf-8", "utf8"):
        return text.encode()
    limit = 256 if "8859" in encoding or "latin" in encoding else 128
    return b"".join([bytes([ord(c)]) if ord(c) < limit else ("&#%d;" % ord(c)).encode() for c in text])


def _escape(s, attribute=False):
    if not isinstance(s, str):
        raise TypeError("cannot serialize %r (type %s)" % (s, type(s).__name__))
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if attribute:
        s = s.replace('"', "&quot;").replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")
    return s


def _write(root, encoding, declaration, default_namespace, method, short):
    names = {}
    used = {}
    if default_namespace:
        used[default_namespace] = ""

    def qname(tag):
        tag = tag.text if isinstance(tag, QName) else tag
        if not isinstance(tag, str):
            raise TypeError("cannot serialize %r (type %s)" % (tag, type(tag).__name__))
        if tag not in names:
            if tag[:1] == "{":
                uri, local = tag[1:].rsplit("}", 1)
                if uri not in used:
                    prefix = _prefixes.get(uri) or "ns%d" % len(used)
                    if prefix != "xml":
                        used[uri] = prefix
                else:
                    prefix = used[uri]
                names[tag] = prefix + ":" + local if prefix else local
            else:
                names[tag] = tag
        return names[tag]

    for e in root.iter():
        if isinstance(e.tag, (str, QName)):
            qname(e.tag)
        for k, v in e.items():
            qname(k)
            if isinstance(v, QName):
                qname(v)
    out = []
    if declaration or declaration is None and encoding.lower() not in ("utf-8", "us-ascii", "unicode"):
        out.append("<?xml version='1.0' encoding='%s'?>\n" % ("UTF-8" if encoding == "unicode" else encoding))
    if method == "text":
        return "".join(root.itertext())
    void = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr") if method == "html" else ()

    def one(e, top):
        if e.tag is Comment:
            out.append("<!--%s-->" % e.text)
        elif e.tag is ProcessingInstruction:
            out.append("<?%s?>" % e.text)
        elif e.tag is None:
            if e.text:
                out.append(_escape(e.text))
            for c in e:
                one(c, False)
        else:
            tag = qname(e.tag)
            out.append("<" + tag)
            for k, v in e.items():
                out.append(' %s="%s"' % (qname(k), qname(v) if isinstance(v, QName) else _escape(v, True)))
            if top:
                for uri, prefix in sorted(used.items(), key=lambda x: x[1]):
                    out.append(' xmlns%s="%s"' % (":" + prefix if prefix else "", _escape(uri, True)))
            if e.text or len(e) or not short or method == "html":
                out.append(">")
                if tag.lower() not in void:
                    if e.text:
                        out.append(e.text if method == "html" and tag in ("script", "style") else _escape(e.text))
                    for c in e:
                        one(c, False)
                    out.append("</" + tag + ">")
            else:
                out.append(" />")
        if e.tail:
            out.append(_escape(e.tail))

    one(root, True)
    return "".join(out)


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    encoding = encoding or "us-ascii"
    text = _write(element, encoding, xml_declaration, default_namespace, method, short_empty_elements)
    return text if encoding == "unicode" else _encode(text, encoding)


def tostringlist(element, encoding=None, method=None, **kw):
    return [tostring(element, encoding, method, **kw)]


def dump(elem):
    e = elem.getroot() if isinstance(elem, ElementTree) else elem
    text = tostring(e, "unicode")
    print(text, end="" if e.tail and e.tail[-1:] == "\n" else "\n")


def indent(tree, space="  ", level=0):
    e = tree.getroot() if isinstance(tree, ElementTree) else tree
    if level < 0:
        raise ValueError("Initial indentation level must be >= 0, got %d" % level)
    if len(e):
        _indent(e, space, level)


def _indent(e, space, level):
    inner = "\n" + space * (level + 1)
    if not e.text or not e.text.strip():
        e.text = inner
    for c in e:
        if len(c):
            _indent(c, space, level + 1)
        if not c.tail or not c.tail.strip():
            c.tail = inner
    if not c.tail.strip():
        c.tail = "\n" + space * level
