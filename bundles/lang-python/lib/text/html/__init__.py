# HTML's escapes.
def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


_win = {
    0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020, 0x87: 0x2021, 0x88: 0x2C6, 0x89: 0x2030,
    0x8A: 0x160, 0x8B: 0x2039, 0x8C: 0x152, 0x8E: 0x17D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
    0x96: 0x2013, 0x97: 0x2014, 0x98: 0x2DC, 0x99: 0x2122, 0x9A: 0x161, 0x9B: 0x203A, 0x9C: 0x153, 0x9E: 0x17E, 0x9F: 0x178,
}


def _number(n):
    if n in _win:
        return chr(_win[n])
    if 0xD800 <= n <= 0xDFFF or n > 0x10FFFF or not n:
        return "\ufffd"
    if 1 <= n <= 8 or 0xE <= n <= 0x1F or 0x7F <= n <= 0x9F and n != 0x85 or n == 0xB or 0xFDD0 <= n <= 0xFDEF or n & 0xFFFE == 0xFFFE:
        return "" if n not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(n)
    return chr(n)


def unescape(s):
    if "&" not in s:
        return s
    from html.entities import name2codepoint

    out = []
    at = 0
    while True:
        i = s.find("&", at)
        if i < 0:
            out.append(s[at:])
            return "".join(out)
        out.append(s[at:i])
        j = i + 1
        if s[j : j + 1] == "#":
            j += 1
            hex = s[j : j + 1] in ("x", "X")
            k = j = j + hex
            digits = "0123456789abcdefABCDEF" if hex else "0123456789"
            while k < len(s) and s[k] in digits:
                k += 1
            if k > j:
                out.append(_number(int(s[j:k], 16 if hex else 10)))
                at = k + (s[k : k + 1] == ";")
                continue
        else:
            k = j
            while k < len(s) and s[k].isalnum() and k - j < 32:
                k += 1
            name = s[j:k]
            if name in ("AMP", "LT", "GT", "QUOT", "COPY", "REG"):
                name = name.lower()
            if s[k : k + 1] == ";" and name in name2codepoint:
                out.append(chr(name2codepoint[name]))
                at = k + 1
                continue
            # The old names need no semicolon, and may have letters right behind them.
            while name and not (name in name2codepoint and name2codepoint[name] < 256 and name != "apos" or name in ("amp", "lt", "gt", "quot")):
                name = name[:-1]
            if name:
                out.append(chr(name2codepoint[name]))
                at = j + len(name)
                continue
        out.append("&")
        at = i + 1
