# Two tasks that take turns.
import asyncio


async def count(name, pause):
    for number in range(1, 4):
        await asyncio.sleep(pause)
        print(name, number)


async def main():
    await asyncio.gather(count("quick", 0.1), count("slow", 0.25))


asyncio.run(main())
