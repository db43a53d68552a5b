#!/usr/bin/env python3
"""Writes a folder of Python sources anew, without what only people read: comments, spaces and indentation
beyond one space a level. Each line stays where it is, so that tracebacks name the same ones.

    shorten.py FROM TO
"""
import ast
import pathlib
import re
import sys

# Strings, which stay as they are, comments, and the spaces around what is no letter, digit or quote.
PARTS = re.compile(
    r"""(?P<string>'''(?:[^\\]|\\.)*?'''|\"\"\"(?:[^\\]|\\.)*?\"\"\"|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")"""
    r"|(?P<comment>[ ]*\#[^\n]*)|(?P<start>\n[ ]+)|(?P<space>(?<=[-+*/%=<>!,:;()\[\]{}|&^~@])[ ]+|[ ]+(?=[-+*/%=<>!,:;()\[\]{}|&^~@]))",
    re.DOTALL,
)


def shorten(source):
    def part(found):
        if found["string"]:
            return found["string"]
        if found["start"]:
            return "\n" + " " * ((len(found["start"]) - 1) // 4)
        return ""

    short = PARTS.sub(part, "\n" + source)[1:]
    assert ast.dump(ast.parse(short)) == ast.dump(ast.parse(source))
    return short


if __name__ == "__main__":
    folder, to = map(pathlib.Path, sys.argv[1:])
    for path in sorted(folder.rglob("*.py")):
        into = to / path.relative_to(folder)
        into.parent.mkdir(parents=True, exist_ok=True)
        into.write_text(shorten(path.read_text(encoding="utf-8")), encoding="utf-8")
