# What is frozen into python.wasm: every file and package of this folder. What is imported often is
# bytecode; the rest, in the folder text, is source that is compiled when it is imported, which takes
# half of the room, and is shortened for that.
import subprocess
import sys

for _name in (
    "_re abc bisect contextlib copy csv dataclasses datetime enum fnmatch "
    "functools heapq io itertools keyword math micropython operator pathlib random string time "
    "traceback types typing warnings"
).split():
    module(_name + ".py")
for _name in "collections json os".split():
    package(_name)
subprocess.run([sys.executable, "../shorten.py", "text", "../build/text"], check=True)
freeze_as_str("../build/text")
