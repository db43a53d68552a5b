"""Stages of asynchronous generators, each over the one before."""
import asyncio
import json


async def read_lines(text):
    for line in text.splitlines():
        await asyncio.sleep(0)
        yield line


async def parse(lines):
    async for line in lines:
        if not line.strip():
            continue
        try:
            yield json.loads(line)
        except json.JSONDecodeError as e:
            yield {"error": str(e), "line": line}


async def only(records, predicate):
    async for record in records:
        if predicate(record):
            yield record


async def batched(items, size):
    batch = []
    async for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


async def enumerated(items, start=0):
    n = start
    async for item in items:
        yield n, item
        n += 1


SOURCE = """
{"name": "ann", "score": 3}
{"name": "bob", "score": 9}
not json
{"name": "cyd", "score": 7}

{"name": "dee", "score": 1}
{"name": "eve", "score": 8}
"""


async def main():
    records = parse(read_lines(SOURCE))
    good = only(records, lambda r: r.get("score", 0) > 1 or "error" in r)
    async for n, batch in enumerated(batched(good, 2), 1):
        print(n, [r.get("name", r.get("error")) for r in batch])

    scores = [r["score"] async for r in parse(read_lines(SOURCE)) if "score" in r]
    print(sum(scores), max(scores), sorted(scores))
    by_name = {r["name"]: r["score"] async for r in parse(read_lines(SOURCE)) if "name" in r}
    print(by_name)


asyncio.run(main())
