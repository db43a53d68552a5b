"""aiter and anext, over generators and over classes."""
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


class Restartable:
    def __aiter__(self):
        return self.items()

    async def items(self):
        for c in "xy":
            yield c


class Broken:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise OSError("no line")


async def chunks(items, n):
    it = aiter(items)
    while True:
        chunk = []
        for _ in range(n):
            item = await anext(it, None)
            if item is None:
                break
            chunk.append(item)
        if not chunk:
            return
        yield chunk


async def azip(*sources):
    its = [aiter(s) for s in sources]
    while True:
        try:
            yield tuple([await anext(i) for i in its])
        except StopAsyncIteration:
            return


async def amap(f, source):
    async for x in source:
        yield f(x)


async def main():
    c = Countdown(3)
    print(aiter(c) is c, await anext(c), await anext(c), await anext(c))
    print(await anext(c, "done"), await anext(c, None))
    try:
        await anext(c)
    except StopAsyncIteration as e:
        print("stop", e.args)
    r = Restartable()
    print([x async for x in r], [x async for x in r])
    try:
        await anext(Broken(), "default")
    except OSError as e:
        print(e)
    print([x async for x in chunks(Countdown(5), 2)])
    print([x async for x in azip(Countdown(4), r)])
    print([x async for x in amap(str.upper, r)])
    async for x in Countdown(10):
        if x == 7:
            continue
        if x < 6:
            break
        print(x)
    else:
        print("not printed")
    async for x in Countdown(0):
        pass
    else:
        print("nothing was there")
    first, second = await asyncio.gather(anext(Countdown(5)), anext(Countdown(9)))
    print(first, second)
    task = asyncio.create_task(anext(Countdown(4), 0))
    print(await task)


asyncio.run(main())
