# Web addresses, taken apart and put together.
from collections import namedtuple

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = uses_relative + ["telnet", "snews", "rsync", "nfs", "git", "git+ssh"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms", "sftp", "tel"]
_safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"


class _Net:
    # What stands in the netloc.
    def _split(self):
        user, at, host = self.netloc.rpartition("@")
        name, colon, password = user.partition(":")
        if host.startswith("["):
            host, _, port = host[1:].partition("]")
            port = port[1:]
        else:
            host, _, port = host.partition(":")
        return (name if at else None), (password if colon else None), host or None, port or None

    username = property(lambda self: self._split()[0])
    password = property(lambda self: self._split()[1])

    @property
    def hostname(self):
        host = self._split()[2]
        return None if host is None else host.lower()

    @property
    def port(self):
        port = self._split()[3]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError("Port could not be cast to integer value as %r" % port)
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


class SplitResult(namedtuple("SplitResult", "scheme netloc path query fragment"), _Net):
    def geturl(self):
        return urlunsplit(self)


class ParseResult(namedtuple("ParseResult", "scheme netloc path params query fragment"), _Net):
    def geturl(self):
        return urlunparse(self)


class DefragResult(namedtuple("DefragResult", "url fragment")):
    def geturl(self):
        return self.url + ("#" + self.fragment if self.fragment else "")


def _text(x):
    return x.decode("ascii") if isinstance(x, (bytes, bytearray)) else x


def urlsplit(url, scheme="", allow_fragments=True):
    url = _text(url).strip("".join([chr(c) for c in range(33)]))
    for c in "\t\r\n":
        url = url.replace(c, "")
    netloc = query = fragment = ""
    i = url.find(":")
    if i > 0 and url[0].isascii() and url[0].isalpha() and all([c.isascii() and c.isalnum() or c in "+-." for c in url[:i]]):
        scheme, url = url[:i].lower(), url[i + 1 :]
    if url[:2] == "//":
        ends = [k for k in (url.find(c, 2) for c in "/?#") if k >= 0]
        k = min(ends) if ends else len(url)
        netloc, url = url[2:k], url[k:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    s = urlsplit(url, scheme, allow_fragments)
    path, params = s.path, ""
    if s.scheme in uses_params and ";" in path:
        i = path.find(";", path.rfind("/") if "/" in path else 0)
        if i >= 0:
            path, params = path[:i], path[i + 1 :]
    return ParseResult(s.scheme, s.netloc, path, params, s.query, s.fragment)


def urlunsplit(parts):
    scheme, netloc, url, query, fragment = [_text(p) for p in parts]
    if netloc or scheme and scheme in uses_netloc and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url += "?" + query
    return url + "#" + fragment if fragment else url


def urlunparse(parts):
    scheme, netloc, url, params, query, fragment = [_text(p) for p in parts]
    return urlunsplit((scheme, netloc, url + ";" + params if params else url, query, fragment))


def urldefrag(url):
    if "#" not in url:
        return DefragResult(url, "")
    s, n, p, a, q, frag = urlparse(url)
    return DefragResult(urlunparse((s, n, p, a, q, "")), frag)


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    bs, bn, bp, ba, bq, bf = urlparse(base, "", allow_fragments)
    s, n, p, a, q, f = urlparse(url, bs, allow_fragments)
    if s != bs or s not in uses_relative:
        return url
    if s in uses_netloc:
        if n:
            return urlunparse((s, n, p, a, q, f))
        n = bn
    if not p and not a:
        return urlunparse((s, n, bp, ba, q or bq, f))
    parts = bp.split("/")
    if parts[-1] != "":
        del parts[-1]
    if p[:1] == "/":
        segments = p.split("/")
    else:
        segments = parts + p.split("/")
        segments[1:-1] = [x for x in segments[1:-1] if x]
    out = []
    for seg in segments:
        if seg == "..":
            if out:
                out.pop()
        elif seg != ".":
            out.append(seg)
    if segments[-1] in (".", ".."):
        out.append("")
    return urlunparse((s, n, "/".join(out) or "/", a, q, f))


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    safe = _safe + _text(safe)
    return "".join([chr(c) if c < 128 and chr(c) in safe else "%%%02X" % c for c in bs])


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8")
    elif encoding is not None or errors is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    if isinstance(string, str) and " " not in string or isinstance(string, bytes) and b" " not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, _text(safe) + " ", encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    b = string.encode() if isinstance(string, str) else bytes(string)
    parts = b.split(b"%")
    out = [parts[0]]
    for p in parts[1:]:
        try:
            if not all([c in b"0123456789abcdefABCDEF" for c in p[:2]]) or len(p) < 2:
                raise ValueError
            out.append(bytes([int(p[:2].decode(), 16)]))
            out.append(p[2:])
        except ValueError:
            out.append(b"%" + p)
    return b"".join(out)


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, (bytes, bytearray)):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        return string
    return unquote_to_bytes(string).decode(encoding or "utf-8", errors or "replace")


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
    qs = _text(qs)
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    out = []
    for item in qs.split(separator) if qs else ():
        if not item and not strict_parsing:
            continue
        k, eq, v = item.partition("=")
        if not eq:
            if strict_parsing:
                raise ValueError("bad query field: %r" % item)
            if not keep_blank_values:
                continue
        if v or keep_blank_values:
            out.append((unquote_plus(k, encoding, errors), unquote_plus(v, encoding, errors)))
    return out


def parse_qs(qs, *args, **kw):
    d = {}
    for k, v in parse_qsl(qs, *args, **kw):
        d.setdefault(k, []).append(v)
    return d


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, "items"):
        query = query.items()

    def text(x):
        if isinstance(x, bytes):
            return quote_via(x, safe)
        return quote_via(str(x), safe, encoding, errors)

    out = []
    for k, v in query:
        if doseq and not isinstance(v, (str, bytes)) and hasattr(v, "__len__") or doseq and isinstance(v, (list, tuple, set, dict)):
            out += [text(k) + "=" + text(x) for x in v]
        else:
            out.append(text(k) + "=" + text(v))
    return "&".join(out)
