// Hognose, as browser.mjs measures it.
import { Hognose } from 'hognose';

const python = await Hognose.load({ limits: { fuel: 1e15, wall_ms: 60_000 } });
let first;
const expectOk = (outcome) => {
  if (outcome.status !== 'ok') throw new Error(JSON.stringify(outcome));
  return outcome;
};
expectOk(await python.run({ code: 'print(1)', onStdout: () => (first ??= performance.now()) }));

const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const timed = async (f) => {
  const started = performance.now();
  const value = await f();
  return [performance.now() - started, value];
};
let onThisThread;

globalThis.candidate = {
  first,
  run: async (code) => expectOk(await python.run({ code })),
  fresh: () => python.run({ code: 'print(1)' }),
  /** Milliseconds from an abort to the outcome of a program that does not end. */
  async stop(program) {
    const controller = new AbortController();
    let aborted;
    const { status } = await python.run({
      code: `import sys\nprint(1)\nsys.stdout.flush()\n${program}`,
      signal: controller.signal,
      onStdout: () => {
        // At no fixed point of the guest's own pauses.
        setTimeout(() => {
          aborted = performance.now();
          controller.abort();
        }, 50 + Math.random() * 20);
      },
    });
    if (status !== 'cancelled') throw new Error(status);
    return performance.now() - aborted;
  },
  /** Milliseconds to open a session, where a Worker is warm. */
  async open() {
    await rest(200);
    const [ms, session] = await timed(() => python.open());
    await session.close();
    return ms;
  },
  /**
   * What is done with a session whose objects take so many MiB, in milliseconds; and the snapshot's bytes. In
   * a Worker, and on the page's own thread.
   */
  async session(mib, thread) {
    onThisThread ??= await Hognose.load({ thread: 'inline' });
    const host = thread === 'inline' ? onThisThread : python;
    const session = await host.open({ limits: { fuel: 1e15, memory_bytes: 256 << 20, wall_ms: 60_000 } });
    expectOk(await session.run({ code: `data = [(i, str(i * i)) for i in range(${mib} * 16_000)]` }));
    const [turns] = await timed(async () => {
      for (let at = 0; at < 50; at += 1) await session.run({ code: 'len(data)' });
    });
    const [snapshot, bytes] = await timed(() => session.snapshot());
    const [fork, other] = await timed(() => session.fork());
    await Promise.all([other.close(), session.close()]);
    await rest(200);
    const [restore, restored] = await timed(() => host.restore(bytes));
    const { result } = expectOk(await restored.run({ code: 'len(data)' }));
    if (result.repr !== String(mib * 16_000)) throw new Error(result.repr);
    await restored.close();
    return { turn: turns / 50, snapshot, fork, restore, bytes: bytes.length };
  },
  /** Nanoseconds of one call to the host, its Python around it taken off. */
  async hostcall() {
    const calls = 200_000;
    const took = async (call) => {
      const code = `import time\nread = ${call}\nfor _ in range(${calls}): read()`;
      return expectOk(await python.run({ code })).receipt.wall_us;
    };
    return ((await took('time.time_ns')) - (await took('dict'))) * 1000 / calls;
  },
};
