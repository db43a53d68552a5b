"""Take addresses apart, change their queries, join them again."""
from urllib.parse import urlsplit, urlunsplit, parse_qs, parse_qsl, urlencode, quote, unquote, urljoin, quote_plus, unquote_plus

URL = "https://user:pw@Example.org:8443/a/b%20c;v=1?q=x+y&tag=1&tag=2&empty=#frag"
parts = urlsplit(URL)
print(parts.scheme, parts.hostname, parts.port, parts.username, parts.path, parts.fragment)
print(parse_qs(parts.query), parse_qs(parts.query, keep_blank_values=True)["empty"])
pairs = [(k, v) for k, v in parse_qsl(parts.query) if k != "tag"] + [("page", 2), ("ü", "a&b=c")]
print(urlunsplit(parts._replace(query=urlencode(pairs), fragment="", netloc=parts.hostname)))
for reference in ("d", "../d", "/d?x=1", "//other.example/z", "?only=query", "#f", "http://h/p"):
    print(f"{reference:<20}{urljoin('http://host/a/b/c', reference)}")
print(quote("a b/ü?&"), quote("a/b", safe=""), unquote("%C3%BC%20%zz"), quote_plus("a b&c"), unquote_plus("a+b%26"))
print(urlencode({"ids": [1, 2], "x": "é"}, doseq=True), urlsplit("mailto:a@b").path, urlsplit("//h/p").netloc)
