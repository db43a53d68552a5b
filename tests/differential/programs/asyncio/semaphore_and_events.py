"""Limit concurrency; wait for an event; first finished."""
import asyncio

running = 0
peak = 0


async def job(i, limit):
    global running, peak
    async with limit:
        running += 1
        peak = max(peak, running)
        await asyncio.sleep(0)
        running -= 1
    return i * 10


async def waiter(event, name, log):
    log.append(name + " waits")
    await event.wait()
    log.append(name + " goes")


async def main():
    limit = asyncio.Semaphore(2)
    print(await asyncio.gather(*(job(i, limit) for i in range(6))))
    print("peak", peak)
    event, log = asyncio.Event(), []
    tasks = [asyncio.create_task(waiter(event, n, log)) for n in ("x", "y")]
    await asyncio.sleep(0)
    log.append("set")
    event.set()
    await asyncio.gather(*tasks)
    print(log, event.is_set())
    lock = asyncio.Lock()
    async with lock:
        print("locked", lock.locked())
    print("locked", lock.locked())
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, 42)
    print(await future)


asyncio.run(main())
