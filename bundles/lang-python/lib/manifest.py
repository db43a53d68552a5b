# What is frozen into python.wasm.
include("$(MPY_DIR)/extmod/asyncio")
module("micropython.py")
module("_re.py")
package("os")
