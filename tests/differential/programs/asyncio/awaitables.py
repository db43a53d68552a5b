"""Objects with __await__, and coroutines driven by hand."""
import asyncio
import types


class Later:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.value


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return iter([])


class Chain:
    def __init__(self, *parts):
        self.parts = parts

    def __await__(self):
        out = []
        for p in self.parts:
            out.append((yield from p.__await__()))
        return out


class NotQuite:
    def __await__(self):
        return 5


@types.coroutine
def switch(value):
    got = yield value
    return got


async def worker(name, n):
    for i in range(n):
        got = await switch(f"{name}{i}")
        print(name, "got", got)
    return name * n


def drive(*coroutines):
    """A scheduler of ten lines."""
    ready = [(c, None) for c in coroutines]
    step = 0
    while ready:
        c, value = ready.pop(0)
        try:
            asked = c.send(value)
        except StopIteration as e:
            print("ended with", e.value)
            continue
        step += 1
        ready.append((c, f"{asked}@{step}"))


async def careful():
    try:
        await switch("waiting")
    except ValueError as e:
        return f"recovered from {e}"
    finally:
        print("leaving")


async def main():
    print(await Later(3), await Ready(1))
    print(await Chain(Later("a"), Later("b")))
    print(await asyncio.gather(Later(1), Later(2)))
    print(await asyncio.wait_for(Later("in time"), 1))
    try:
        await NotQuite()
    except TypeError as e:
        print(type(e).__name__)


drive(worker("a", 2), worker("b", 3))
c = careful()
print(c.send(None))
try:
    c.throw(ValueError("outside"))
except StopIteration as e:
    print(e.value)
c = careful()
c.send(None)
c.close()
c.close()
asyncio.run(main())
