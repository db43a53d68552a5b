from urllib.parse import *
u = urlparse("https://user:pw@Example.com:8080/a/b;p?q=1&r=a%20b#frag"); print(u); print(u.hostname, u.port, u.username, u.path, u.geturl())
print(parse_qs("a=1&b=2&a=3&c="), parse_qsl("x=%41+b", keep_blank_values=True), urlencode({"q": "a b&c", "n": [1, 2]}, doseq=True), quote("/a b/é?"), unquote("%C3%A9+x"), quote_plus("a b+c"), unquote_plus("a+b%2B"))
print(urljoin("http://h/a/b/c", "../d"), urljoin("http://h/a", "//o/x"), urljoin("http://h/a/", "?z"), urlunparse(("http", "h", "/p", "", "q=1", "")), urlsplit("//h/p").netloc, urldefrag("http://a#b"))
