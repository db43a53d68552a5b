"""finally and with in generators that end, are left and are closed."""
import asyncio
from contextlib import aclosing


class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open", self.name)
        return self

    async def __aexit__(self, kind, value, traceback):
        await asyncio.sleep(0)
        print("close", self.name, kind.__name__ if kind else None)


async def rows(name, n):
    async with Connection(name):
        for i in range(n):
            yield f"{name}-{i}"


async def logged(n):
    try:
        for i in range(n):
            yield i
    except GeneratorExit:
        print("told to stop")
        raise
    finally:
        await asyncio.sleep(0)
        print("tidied up")


async def main():
    print([r async for r in rows("a", 2)])
    async with aclosing(rows("b", 5)) as source:
        async for r in source:
            print(r)
            if r.endswith("1"):
                break
    try:
        async with aclosing(rows("c", 5)) as source:
            async for r in source:
                raise LookupError(r)
    except LookupError as e:
        print("caught", e)

    g = logged(3)
    print(await anext(g))
    await g.aclose()
    async for i in logged(2):
        print(i)

    g = rows("d", 3)
    await anext(g)
    try:
        await g.athrow(OSError("cable"))
    except OSError as e:
        print("from inside:", e)


asyncio.run(main())
