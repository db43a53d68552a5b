"""Several sources at once: a queue, tasks, and steps of generators as tasks."""
import asyncio


async def sensor(name, turns, n):
    for i in range(n):
        for _ in range(turns):
            await asyncio.sleep(0)
        yield name, i


async def merge(*sources):
    queue = asyncio.Queue()
    done = object()

    async def pump(source):
        async for item in source:
            await queue.put(item)
        await queue.put(done)

    tasks = [asyncio.create_task(pump(s)) for s in sources]
    left = len(tasks)
    try:
        while left:
            item = await queue.get()
            if item is done:
                left -= 1
            else:
                yield item
    finally:
        for t in tasks:
            t.cancel()
        print("merged", len(tasks))


async def race(*sources):
    steps = {asyncio.ensure_future(s.__anext__()): s for s in sources}
    while steps:
        ready, _ = await asyncio.wait(steps, return_when=asyncio.FIRST_COMPLETED)
        for step in sorted(ready, key=lambda t: str(t.exception() or t.result())):
            source = steps.pop(step)
            try:
                item = step.result()
            except StopAsyncIteration:
                continue
            yield item
            steps[asyncio.ensure_future(source.__anext__())] = source


async def limited(source, seconds):
    it = aiter(source)
    while True:
        try:
            yield await asyncio.wait_for(anext(it), seconds)
        except asyncio.TimeoutError:
            yield "too slow"
            return
        except StopAsyncIteration:
            return


async def slowing():
    for delay in 0, 0, 0.5:
        await asyncio.sleep(delay)
        yield delay


async def main():
    async for item in merge(sensor("a", 20, 3), sensor("b", 50, 2)):
        print(item)
    async for item in race(sensor("c", 20, 2), sensor("d", 30, 1)):
        print(item)
    print([x async for x in limited(slowing(), 0.08)])
    g = merge(sensor("e", 1, 100))
    print(await anext(g))
    await g.aclose()


asyncio.run(main())
