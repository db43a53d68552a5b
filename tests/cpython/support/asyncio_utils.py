import asyncio


async def await_without_task(coro):
    raised = []

    def step():
        try:
            for _ in coro.__await__():
                pass
        except BaseException as e:
            raised.append(e)

    asyncio.get_running_loop().call_soon(step)
    await asyncio.sleep(0)
    for e in raised:
        raise e
