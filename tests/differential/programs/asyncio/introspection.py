"""What kind of function, and what kind of object."""
import asyncio
import collections.abc as abc
import inspect
import types


def plain():
    return 1


def generator():
    yield 1


async def coroutine():
    return 1


async def async_generator():
    yield 1


class Service:
    async def call(self):
        return await asyncio.sleep(0, "called")

    async def stream(self):
        yield "item"


FUNCTIONS = plain, generator, coroutine, async_generator, Service().call, Service().stream
for f in FUNCTIONS:
    print(f.__name__, inspect.isgeneratorfunction(f), inspect.iscoroutinefunction(f), inspect.isasyncgenfunction(f), asyncio.iscoroutinefunction(f))
    made = f()
    print(" ", type(made).__name__, inspect.isgenerator(made), inspect.iscoroutine(made), inspect.isasyncgen(made), inspect.isawaitable(made), asyncio.iscoroutine(made))
    print(" ", [k.__name__ for k in (abc.Iterator, abc.Generator, abc.Awaitable, abc.Coroutine, abc.AsyncIterable, abc.AsyncIterator, abc.AsyncGenerator) if isinstance(made, k)])
    if hasattr(made, "close"):
        print(" ", made.__name__, made.__qualname__)
        made.close()
    elif hasattr(made, "aclose"):
        print(" ", made.__name__, made.__qualname__)
print(types.CoroutineType.__name__, types.GeneratorType.__name__, types.AsyncGeneratorType.__name__)
print(isinstance(async_generator(), types.AsyncGeneratorType), isinstance(generator(), types.GeneratorType))
print([n for n in ("__aiter__", "__anext__", "asend", "athrow", "aclose", "__iter__", "send") if hasattr(async_generator(), n)])


async def call_either(f):
    """Common in frameworks: the result, or what comes of awaiting it."""
    result = f()
    if inspect.isawaitable(result):
        result = await result
    elif inspect.isasyncgen(result):
        result = [x async for x in result]
    elif inspect.isgenerator(result):
        result = list(result)
    return result


async def main():
    for f in FUNCTIONS:
        print(f.__name__, await call_either(f))


asyncio.run(main())
