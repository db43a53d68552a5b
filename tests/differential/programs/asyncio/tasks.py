import asyncio
async def work(n, d):
    await asyncio.sleep(d); return n * 2
async def main():
    r = await asyncio.gather(work(1, 0.03), work(2, 0.01), work(3, 0.02)); print(r)
    t = asyncio.create_task(work(5, 0.01)); print(await t, t.done(), t.result())
    try: await asyncio.wait_for(work(1, 1), 0.01)
    except asyncio.TimeoutError: print("timeout")
    q = asyncio.Queue()
    async def producer():
        for i in range(3): await q.put(i)
        await q.put(None)
    async def consumer():
        while True:
            x = await q.get()
            if x is None: break
            print("got", x)
    await asyncio.gather(producer(), consumer())
    e = asyncio.Event(); lock = asyncio.Lock()
    async def waiter(): await e.wait(); return "set"
    w = asyncio.create_task(waiter()); await asyncio.sleep(0); e.set(); print(await w)
    async with lock: print(lock.locked())
    async def bad(): raise ValueError("x")
    print(await asyncio.gather(bad(), work(1, 0), return_exceptions=True))
    sem = asyncio.Semaphore(2); log = []
    async def limited(i):
        async with sem: log.append(("in", i)); await asyncio.sleep(0.001); log.append(("out", i))
    await asyncio.gather(*[limited(i) for i in range(4)]); print(log)
    c = asyncio.create_task(asyncio.sleep(10)); await asyncio.sleep(0); c.cancel()
    try: await c
    except asyncio.CancelledError: print("cancelled", c.cancelled())
    done, pending = await asyncio.wait([asyncio.create_task(work(1, 0)), asyncio.create_task(work(2, 9))], return_when=asyncio.FIRST_COMPLETED); print(len(done), len(pending))
    for f in asyncio.as_completed([work(1, 0.02), work(2, 0.01)]): print(await f)
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(5)
    except TimeoutError: print("late")
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work(1, 0)); b = tg.create_task(work(2, 0))
    print(a.result(), b.result(), asyncio.current_task() is not None)
    return "done"
print(asyncio.run(main()))
