# PCRE2's table of characters, less what nothing here asks for: scripts, grapheme breaks, bidi classes and
# binary properties. Records and blocks that then say the same become one.
#
#   ucd.py pcre2_ucd.c > ucd.c
import re, sys

BLOCK = 128
source = open(sys.argv[1], encoding="utf-8").read()


def array(name):
    """Where the array's elements stand, and its numbers."""
    found = re.search(r"PRIV\(ucd_" + name + r"\)\[\] = \{ [^\n]*\n(.*?)\n\};", source, re.S)
    return found.span(1), [int(n) for n in re.findall(r"-?\d+", re.sub(r"/\*.*?\*/", "", found[1], flags=re.S))]


records_at, records = array("records")
stage1_at, stage1 = array("stage1")
stage2_at, stage2 = array("stage2")
assert len(records) % 7 == 0 and len(stage2) % BLOCK == 0 and len(stage1) * BLOCK == 0x110000

kept, new_of = {}, []
for at in range(0, len(records), 7):
    script, chartype, graphbreak, caseset, other_case, bidi, properties = records[at : at + 7]
    new_of.append(kept.setdefault((0, chartype, 0, caseset, other_case, 0, 0), len(kept)))
blocks, block_of = {}, []
for at in range(0, len(stage2), BLOCK):
    block = tuple(new_of[n] for n in stage2[at : at + BLOCK])
    block_of.append(blocks.setdefault(block, len(blocks)))

written = {
    records_at: ",\n".join("  { %d, %d, %d, %d, %d, %d, %d }" % r for r in kept),
    stage1_at: ",\n".join("  %d" % block_of[n] for n in stage1),
    stage2_at: ",\n".join("  " + ", ".join(map(str, b)) for b in blocks),
}
for (begin, end), text in sorted(written.items(), reverse=True):
    source = source[:begin] + text + source[end:]
sys.stdout.write(source)
