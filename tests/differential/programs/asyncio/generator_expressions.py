"""Generator expressions that wait."""
import asyncio
import inspect


async def ticks(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def slow(x):
    await asyncio.sleep(0)
    return x * x


async def total(items):
    result = 0
    async for item in items:
        result += item
    return result


async def first(items, default=None):
    async for item in items:
        return item
    return default


def lazily(source):
    return (x + 1 async for x in source)


async def main():
    squares = (await slow(x) for x in range(5))
    print(inspect.isasyncgen(squares), type(squares).__name__)
    print(await total(squares), await total(squares))
    print(await total(x async for x in ticks(5) if x != 2))
    print(await first((x for x in ["a"] if await slow(0) == 0), "none"))
    print(await first((x async for x in ticks(0)), "none"))
    print([x async for x in lazily(ticks(3))])
    nested = ([y async for y in ticks(x)] for x in range(3))
    print([x async for x in nested])
    g = (x async for x in ticks(3))
    print(await anext(g), await g.asend(None))
    await g.aclose()
    print(await anext(g, "closed"))
    try:
        sum(x async for x in ticks(3))
    except TypeError as e:
        print(e)
    print(any([x > 1 async for x in ticks(3)]), all([x > 1 async for x in ticks(3)]))
    print(sorted([x async for x in ticks(4)], reverse=True), ",".join([str(x) async for x in ticks(3)]))


asyncio.run(main())
