"""Asynchronous comprehensions of every kind, nested and mixed."""
import asyncio


async def up_to(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def is_even(x):
    return x % 2 == 0


async def main():
    print([x async for x in up_to(5)])
    print({x % 3 async for x in up_to(7)})
    print({x: await double(x) async for x in up_to(3)})
    print([(x, y) async for x in up_to(3) async for y in up_to(x)])
    print([(x, y) for x in "ab" async for y in up_to(2)])
    print([(x, y) async for x in up_to(2) for y in "ab"])
    print([x async for x in up_to(10) if x % 2 if x > 3])
    print([x for x in range(6) if await is_even(x)])
    print([await double(x) if await is_even(x) else -x for x in range(4)])
    print([[await double(y) for y in range(x)] for x in range(4)])
    print([[y async for y in up_to(x)] async for x in up_to(3)])
    print([{y async for y in up_to(x)} for x in range(3)])
    print({k: [v async for v in up_to(k)] for k in range(3)})
    print([x for x in [y async for y in up_to(3)]])
    print([x for x in await asyncio.gather(*[double(n) for n in range(4)])])
    print(await asyncio.gather(*[double(x) async for x in up_to(3)]))
    print([z async for z in up_to(await double(2))])
    print(sum([x async for x in up_to(5)]), max([await double(x) for x in (3, 1)]))
    print([(last := x) async for x in up_to(4)], last)
    print([a + b async for a, b in pairs()], [rest async for _, *rest in triples()])
    matrix = [[1, 2], [3, 4]]
    print([[await double(c) for c in row] for row in matrix])
    x = "outer"
    print([x async for x in up_to(2)], x)
    functions = [lambda: x async for x in up_to(3)]
    print([f() for f in functions])


async def pairs():
    yield 1, 2
    yield 3, 4


async def triples():
    yield 1, 2, 3


asyncio.run(main())
