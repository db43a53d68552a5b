"""Comprehensions over asynchronous generators."""
import asyncio


async def countdown(n):
    while n:
        yield n
        n -= 1
        await asyncio.sleep(0)


async def main():
    print([n async for n in countdown(4)])
    print({n: n * n async for n in countdown(3) if n % 2})


asyncio.run(main())
