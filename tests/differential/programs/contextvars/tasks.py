import asyncio, contextvars
from contextvars import ContextVar
request = ContextVar("request", default="none"); user = ContextVar("user")
print(request.get(), user.get("anon"), request.name)
try: user.get()
except LookupError as e: print("LookupError", type(e.args[0]).__name__)
t = request.set("r1"); print(request.get(), t.old_value is contextvars.Token.MISSING, t.var is request); request.reset(t); print(request.get())
try: request.reset(t)
except RuntimeError as e: print("RuntimeError", str(e).endswith("has already been used once"))
async def inner(): return request.get()
async def handle(n):
    request.set(f"req-{n}"); await asyncio.sleep(0.001 * (3 - n)); return n, request.get(), await inner()
async def main():
    request.set("main")
    print(await asyncio.gather(*(handle(i) for i in range(3))), request.get())
    task = asyncio.create_task(handle(9)); print(await task, request.get())
    print(await inner())
asyncio.run(main()); print(request.get())
ctx = contextvars.copy_context()
def change(): request.set("inside"); return request.get()
print(ctx.run(change), request.get(), ctx[request], request in ctx, user in ctx, len(ctx), [v.name for v in ctx])
try: user.reset(request.set("x"))
except ValueError as e: print("ValueError")
