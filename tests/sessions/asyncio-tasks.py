# Tasks that are half done.
# --- turn
import asyncio
loop = asyncio.new_event_loop()
log = []
async def worker(name, steps):
    for step in range(steps):
        log.append((name, step))
        await asyncio.sleep(0.01)
    return name * steps
tasks = [loop.create_task(worker(name, steps)) for name, steps in (('a', 2), ('b', 5), ('c', 3))]
# --- turn
async def rest(seconds):
    await asyncio.sleep(seconds)
loop.run_until_complete(rest(0.015))
[task.done() for task in tasks]
#= [False, False, False]
# --- turn
log
#= [('a', 0), ('b', 0), ('c', 0), ('a', 1), ('b', 1), ('c', 1)]
# --- turn
loop.run_until_complete(rest(0.01))
len(log)
#= 8
# --- turn
loop.run_until_complete(tasks[1])
#= 'bbbbb'
# --- turn
sorted(log)[-1], [task.done() for task in tasks]
#= (('c', 2), [True, True, True])
