"""asynccontextmanager, aclosing and AsyncExitStack."""
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext


@asynccontextmanager
async def resource(name, *, swallow=()):
    """Opens and closes."""
    print("open", name)
    await asyncio.sleep(0)
    try:
        yield name.upper()
    except swallow as e:
        print("swallowed", e)
    except Exception as e:
        print("saw", type(e).__name__)
        raise
    finally:
        await asyncio.sleep(0)
        print("close", name)


@asynccontextmanager
async def never():
    if False:
        yield


@asynccontextmanager
async def twice():
    yield 1
    yield 2


@asynccontextmanager
async def replaces():
    try:
        yield
    except KeyError as e:
        raise ValueError("instead") from e


@resource("around")
async def decorated(x):
    print("in it", x)
    return x + 1


class Closable:
    async def aclose(self):
        print("closed")


async def main():
    async with resource("a") as a, resource("b") as b:
        print(a, b)
    async with resource("c", swallow=(KeyError, ValueError)):
        raise ValueError("bad")
    try:
        async with resource("d"):
            raise KeyError("k")
    except KeyError as e:
        print("out", e)
    for broken in never, twice:
        try:
            async with broken():
                pass
        except RuntimeError as e:
            print(e)
    try:
        async with replaces():
            raise KeyError("first")
    except ValueError as e:
        print(e, repr(e.__cause__))
    print(await decorated(1), await decorated(2))
    print(resource.__name__, resource.__doc__)
    async with aclosing(Closable()):
        print("inside")
    async with nullcontext(5) as five:
        print(five)

    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(resource(n)) for n in "xyz"]
        stack.callback(print, "called back")
        stack.push_async_callback(asyncio.sleep, 0)
        stack.enter_context(nullcontext())
        print(names)
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(resource("e", swallow=KeyError))
            await stack.enter_async_context(resource("f"))
            raise LookupError("deep")
    except LookupError as e:
        print("still", e)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(resource("g"))
        later = stack.pop_all()
    print("kept")
    await later.aclose()


asyncio.run(main())
