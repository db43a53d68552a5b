"""asend, athrow, aclose and the states between them."""
import asyncio


async def averager():
    total, count, average = 0.0, 0, None
    while True:
        try:
            value = yield average
        except ValueError as e:
            print("reset:", e)
            total, count, average = 0.0, 0, None
            continue
        await asyncio.sleep(0)
        total += value
        count += 1
        average = total / count


async def stubborn():
    try:
        yield 1
    except ValueError:
        yield "went on"


async def ignores_exit():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def main():
    g = averager()
    print(await g.asend(None))
    for value in 10, 20, 60:
        print(await g.asend(value))
    print(await g.athrow(ValueError("start over")))
    print(await g.asend(7))
    await g.aclose()
    await g.aclose()
    try:
        await g.asend(1)
    except StopAsyncIteration:
        print("closed")

    g = stubborn()
    print(await g.__anext__(), await g.athrow(ValueError()))
    try:
        await g.__anext__()
    except StopAsyncIteration as e:
        print("ended", repr(e))
    print(await g.aclose())

    g = averager()
    try:
        await g.asend(3)
    except TypeError as e:
        print(e)
    g = averager()
    try:
        await g.athrow(KeyError("early"))
    except KeyError as e:
        print("early", e)
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("over")

    g = ignores_exit()
    await g.__anext__()
    try:
        await g.aclose()
    except RuntimeError as e:
        print(e)

    g = averager()
    step = g.__anext__()
    await step
    try:
        await step
    except RuntimeError as e:
        print(e)
    step = g.aclose()
    await step
    try:
        await step
    except RuntimeError as e:
        print(e)
    print(type(step).__name__ in ("async_generator_athrow", "async_generator_asend"))


asyncio.run(main())
