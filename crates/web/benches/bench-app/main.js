// Hognose, as browser.mjs measures it.
import { Hognose } from 'hognose';

const python = await Hognose.load({ limits: { fuel: 1e15, wall_ms: 60_000 } });
let first;
const expectOk = (outcome) => {
  if (outcome.status !== 'ok') throw new Error(JSON.stringify(outcome));
  return outcome;
};
expectOk(await python.run({ code: 'print(1)', onStdout: () => (first ??= performance.now()) }));

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
