"""What the compiler refuses."""
SOURCES = """
async def f():
    yield 1
    return 2
---
async def f():
    return
    yield
---
async def f():
    yield from g()
---
def f():
    await g()
---
def f():
    async for x in y: pass
---
def f():
    async with x: pass
---
def f():
    return [x async for x in y]
---
def f():
    return [await x for x in y]
---
async def f():
    return [x async for x in y], {x: y async for x, y in z}, {await x for x in y}
---
def f():
    return (x async for x in y)
---
async def f():
    return lambda: await x
---
await x
---
class C:
    x = await y
---
async def f():
    async for x in y:
        break
    else:
        yield x
---
async def f():
    def g():
        await x
"""

for source in SOURCES.split("---\n"):
    source = source.strip() + "\n"
    try:
        compile(source, "<test>", "exec")
        print("fine:", source.splitlines()[-1].strip())
    except SyntaxError as e:
        print(e.msg)
