"""What goes wrong in tasks: timeouts, cancellation, exceptions."""
import asyncio


async def slow(n):
    try:
        await asyncio.sleep(n)
        return "done"
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise
    finally:
        print("slow cleans up")


async def failing():
    await asyncio.sleep(0)
    raise ValueError("bad input")


async def main():
    try:
        await asyncio.wait_for(slow(10), timeout=0.01)
    except asyncio.TimeoutError:
        print("timed out")
    results = await asyncio.gather(failing(), asyncio.sleep(0, "fine"), return_exceptions=True)
    print([type(r).__name__ if isinstance(r, Exception) else r for r in results])
    task = asyncio.create_task(slow(5))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled(), task.done())
    task = asyncio.create_task(failing())
    try:
        await task
    except ValueError as e:
        print("task raised", e, repr(task.exception()))


asyncio.run(main())
