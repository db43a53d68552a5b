"""Asynchronous iterators and context managers."""
import asyncio


class Pages:
    def __init__(self, total, size):
        self.total, self.size = total, size

    def __aiter__(self):
        self.at = 0
        return self

    async def __anext__(self):
        if self.at >= self.total:
            raise StopAsyncIteration
        page = list(range(self.at, min(self.at + self.size, self.total)))
        self.at += self.size
        await asyncio.sleep(0)
        return page


class session:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("open", self.name)
        await asyncio.sleep(0)
        return self.name.upper()

    async def __aexit__(self, *exc):
        print("close", self.name)


async def main():
    async for page in Pages(7, 3):
        print("page", page)
    async with session("db") as s, session("cache") as c:
        print(s, c)
    try:
        async with session("bad"):
            raise RuntimeError("inside")
    except RuntimeError as e:
        print("caught", e)


asyncio.run(main())
