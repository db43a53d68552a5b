"""Workers share a queue and report what they did."""
import asyncio


async def producer(queue, items):
    for item in items:
        await queue.put(item)
        await asyncio.sleep(0)
    for _ in range(2):
        await queue.put(None)


async def worker(name, queue, results):
    while True:
        item = await queue.get()
        if item is None:
            queue.task_done()
            return name
        await asyncio.sleep(0)
        results.append((item, item ** 2))
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=3)
    results = []
    names = await asyncio.gather(
        worker("a", queue, results),
        worker("b", queue, results),
        producer(queue, range(8)),
    )
    print(names)
    print(sorted(results))
    print(queue.empty(), queue.qsize())


asyncio.run(main())
