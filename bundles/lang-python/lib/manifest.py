# What is frozen into python.wasm: every file and package of this folder.
include("$(MPY_DIR)/extmod/asyncio")
for _name in (
    "_absent _strptime abc argparse base64 binascii bisect calendar contextlib copy csv dataclasses datetime decimal "
    "difflib enum fnmatch fractions functools glob graphlib gzip hashlib heapq hmac inspect io itertools keyword logging "
    "math micropython operator pathlib pprint queue random reprlib secrets shutil statistics string struct tempfile "
    "textwrap time traceback types typing uuid warnings zipfile zlib"
).split():
    module(_name + ".py")
for _name in "collections html json os unittest urllib xml".split():
    package(_name)
