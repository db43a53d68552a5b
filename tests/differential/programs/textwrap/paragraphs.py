import textwrap
text = "The quick brown fox jumped over the lazy dog. It was a well-known trick that every fox in the forest had learned long before."
for line in textwrap.wrap(text, 30): print(repr(line))
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 40), textwrap.shorten("short", 10), textwrap.shorten("Hello  world!", width=13, placeholder="..."))
code = """
    def f():
        return 1

    x = 2
"""
print(textwrap.dedent(code)); print(textwrap.indent("a\n\nb", "> "))
print(textwrap.wrap("supercalifragilistic word", 8), textwrap.wrap("", 10), textwrap.wrap("a b c d e f g h i", 8, max_lines=2))
