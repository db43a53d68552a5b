"""Lay out a newsletter: wrap, indent, dedent, shorten."""
import textwrap

ARTICLE = """
    The harbour was quiet when the first boats came in.
    Nobody had expected them before noon, and the market
    stalls were still closed.

      A second paragraph, which is indented a little more, tells of the
      extraordinarily-long-hyphenated-word-that-does-not-fit anywhere.
"""
text = textwrap.dedent(ARTICLE).strip()
for number, paragraph in enumerate(text.split("\n\n"), 1):
    body = " ".join(paragraph.split())
    print(textwrap.fill(body, width=34, initial_indent=f"{number}. ", subsequent_indent="   "))
    print("-" * 34)
print(textwrap.shorten(text, width=40))
print(textwrap.shorten(text, width=40, placeholder="…"))
print(textwrap.indent("one\n\ntwo\n", "> "), end="")
print(textwrap.indent("one\n\ntwo\n", "> ", lambda line: True), end="")
for line in textwrap.wrap("aaaaaaaaaaaaaaaaaaaaaaaa bb ccc", 10):
    print(repr(line))
print(textwrap.wrap("aaaaaaaaaaaaaaaaaaaaaaaa bb ccc", 10, break_long_words=False))
print(textwrap.wrap("well-known state-of-the-art", 8, break_on_hyphens=False))
