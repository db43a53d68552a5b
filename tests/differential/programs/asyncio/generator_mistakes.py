"""What a program is told that takes one kind of thing for another."""
import asyncio


async def numbers():
    yield 1
    yield 2


async def fetch():
    return 41


async def attempt(label, make):
    try:
        result = make()
        if asyncio.iscoroutine(result):
            result = await result
        print(label, "->", result)
    except Exception as e:
        print(label, "->", type(e).__name__, e)


async def await_generator():
    return await numbers()


async def await_number():
    return await 5


async def await_list():
    return await [1, 2]


async def twice():
    c = fetch()
    first = await c
    return first, await c


async def raises_stop():
    raise StopIteration("odd")


async def generator_stops():
    async def g():
        yield 1
        raise StopAsyncIteration

    return [x async for x in g()]


async def generator_stops_too():
    async def g():
        yield 1
        raise StopIteration

    return [x async for x in g()]


async def fails_late():
    async def g():
        for d in 2, 1, 0:
            yield 10 // d

    out = []
    try:
        async for x in g():
            out.append(x)
    except ZeroDivisionError as e:
        out.append(str(e))
    return out


async def main():
    await attempt("for", lambda: [x for x in numbers()])
    await attempt("list", lambda: list(numbers()))
    await attempt("next", lambda: next(numbers()))
    await attempt("len", lambda: len(numbers()))
    await attempt("await generator", await_generator)
    await attempt("await number", await_number)
    await attempt("await list", await_list)
    await attempt("twice", twice)
    await attempt("raises StopIteration", raises_stop)
    await attempt("generator stops", generator_stops)
    await attempt("generator stops too", generator_stops_too)
    await attempt("fails late", fails_late)
    await attempt("anext of list", lambda: anext([1]))
    await attempt("aiter of list", lambda: aiter([1]))
    c = fetch()
    await attempt("forgot await", lambda: c + 1)
    await attempt("forgot await too", lambda: c[0])
    await attempt("iterate coroutine", lambda: list(c))
    await c
    await attempt("send", lambda: c.send(None))


asyncio.run(main())
