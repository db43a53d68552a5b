"""What a TaskGroup raises, and how it is taken apart."""
import asyncio


async def work(n):
    await asyncio.sleep(0.001 * n)
    if n % 2:
        raise ValueError(f"job {n}")
    if n == 4:
        raise OSError(f"job {n}")
    return n


async def stubborn(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(1))
            group.create_task(stubborn("a"))
    except* ValueError as e:
        print(repr(e), [str(x) for x in e.exceptions])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(0))
            raise KeyError("in the body")
    except ExceptionGroup as e:
        print(e, e.exceptions)
    results = await asyncio.gather(*[work(n) for n in range(5)], return_exceptions=True)
    errors = [r for r in results if isinstance(r, Exception)]
    try:
        raise ExceptionGroup("jobs", errors)
    except* OSError as e:
        print("os", len(e.exceptions))
    except* ValueError as e:
        print("value", [str(x) for x in e.exceptions])
    async with asyncio.TaskGroup() as group:
        group.create_task(work(3))


asyncio.run(main())
