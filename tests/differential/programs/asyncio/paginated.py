"""Pages of an interface, with retries and a limit on what runs at once."""
import asyncio

PAGES = {1: (["a", "b"], 2), 2: (["c"], 3), 3: (["d", "e"], None)}
calls = []


class Flaky(Exception):
    pass


async def get_page(n):
    await asyncio.sleep(0.001)
    calls.append(n)
    if n == 2 and calls.count(2) < 3:
        raise Flaky(f"page {n}, try {calls.count(2)}")
    return PAGES[n]


async def with_retries(f, *args, attempts=4):
    for attempt in range(attempts):
        try:
            return await f(*args)
        except Flaky as e:
            print("again:", e)
            await asyncio.sleep(0.001 * 2**attempt)
    raise RuntimeError("gave up")


async def pages():
    n = 1
    while n is not None:
        items, n = await with_retries(get_page, n)
        yield items


async def items():
    async for page in pages():
        for item in page:
            yield item


async def take(source, n):
    if n <= 0:
        return
    async for item in source:
        yield item
        n -= 1
        if n == 0:
            return


async def main():
    print([i async for i in items()])
    print(calls)
    print([i async for i in take(items(), 3)])
    gate = asyncio.Semaphore(2)
    running = peak = 0

    async def work(item):
        nonlocal running, peak
        async with gate:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0.001)
            running -= 1
            return item.upper()

    tasks = [asyncio.create_task(work(i)) async for i in items()]
    print([await t for t in tasks], "at once:", peak)
    async with asyncio.TaskGroup() as group:
        jobs = {i: group.create_task(work(i)) async for i in items()}
    print({k: t.result() for k, t in jobs.items()})


asyncio.run(main())
