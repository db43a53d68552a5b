import re

TEXT = """# Title & more

Some *emphasis*, some **strong text**, some `code <b>` and a [link](http://example.com/a_b).
Second line.

- first
- second *item*

## Sub
Last ***both*** one.
"""


def inline(text):
    text = re.sub(r"&", "&amp;", text)
    text = re.sub(r"<", "&lt;", text)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    text = re.sub(r"\[([^\]]+)\]\(([^)]+)\)", r'<a href="\2">\1</a>', text)
    text = re.sub(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", r"<strong>\g<1></strong>", text)
    return re.sub(r"(?<!\*)\*(?!\*)(.+?)\*", r"<em>\g<1></em>", text)


def html(text):
    out = []
    for block in re.split(r"\n{2,}", text.strip()):
        if re.match(r"- ", block):
            items = re.findall(r"^- (.*)$", block, re.M)
            out.append("<ul>%s</ul>" % "".join("<li>%s</li>" % inline(i) for i in items))
            continue
        block, heads = re.subn(r"(?m)^(#{1,6}) +(.*)$", lambda m: "<h%d>%s</h%d>" % (len(m[1]), inline(m[2]), len(m[1])), block)
        out.append(block if heads else "<p>%s</p>" % inline(block))
    return "\n".join(out)


print(html(TEXT))
