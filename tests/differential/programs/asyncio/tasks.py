import asyncio
async def work(n, d):
    await asyncio.sleep(d); return n * 2
async def main():
    r = await asyncio.gather(work(1, 0.03), work(2, 0.01), work(3, 0.02)); print(r)
    t = asyncio.create_task(work(5, 0.01)); print(await t)
    try: await asyncio.wait_for(work(1, 1), 0.01)
    except asyncio.TimeoutError: print("timeout")
    q = asyncio.Queue()
    async def producer():
        for i in range(3): await q.put(i)
        await q.put(None)
    async def consumer():
        while (x := await q.get()) is not None: print("got", x)
    await asyncio.gather(producer(), consumer())
    e = asyncio.Event(); lock = asyncio.Lock()
    async def waiter(): await e.wait(); return "set"
    w = asyncio.create_task(waiter()); await asyncio.sleep(0); e.set(); print(await w)
    async with lock: print(lock.locked())
    async def bad(): raise ValueError("x")
    print(await asyncio.gather(bad(), work(1, 0), return_exceptions=True))
    return "done"
print(asyncio.run(main()))
async def agen():
    for i in range(3): yield i
async def use(): return [x async for x in agen()]
print(asyncio.run(use()))
