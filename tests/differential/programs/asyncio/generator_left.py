"""What is left open is closed when the loop ends."""
import asyncio


async def ticker():
    n = 0
    try:
        while True:
            yield n
            n += 1
            await asyncio.sleep(0)
    finally:
        print("ticker closed at", n)


async def main():
    global kept
    kept = ticker()
    async for n in kept:
        if n == 3:
            break
    print("main ends")


asyncio.run(main())
print("after run")
