// Sessions that travel: each program of tests/sessions once in one go on either twin, and once opened here,
// restored natively after three turns, and restored here again after two more. All of it comes to the same,
// byte for byte: results, output, files, fuel, memory.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './chromium.mjs';
import { POLICY, serve, until } from './server.mjs';

const here = dirname(fileURLToPath(import.meta.url));

const native = spawn(process.env.HOGNOSE_TRAVELLER, { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = createInterface({ input: native.stdout })[Symbol.asyncIterator]();
/** Asks the native twin: see tests/examples/traveller.rs. */
async function ask(request) {
  native.stdin.write(`${JSON.stringify(request)}\n`);
  const { value, done } = await answers.next();
  assert.ok(!done, 'the native twin has ended');
  return JSON.parse(value);
}

const programs = await ask('programs');

let browser;
let server;
let page;

before(async () => {
  server = await serve(
    { '/hognose/': join(here, '../../crates/web/npm'), '/': join(here, 'pages') },
    { headers: { 'Content-Security-Policy': POLICY } },
  );
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`${server.origin}/index.html`);
  await until(() => page.evaluate(() => 'Hognose' in globalThis));
  await page.evaluate(async () => {
    globalThis.python = await Hognose.load({ thread: 'inline' });
    /** A leg of the way: `{ options | snapshot, turns }`, in JSON; the snapshot is base64. */
    globalThis.travel = async ({ options, snapshot, turns }) => {
      const session = snapshot
        ? await python.restore(bytes({ base64: snapshot }))
        : await python.open(JSON.parse(options));
      const outcomes = [];
      for (const turn of turns) outcomes.push(JSON.stringify(await session.run(JSON.parse(turn))));
      const taken = await session.snapshot();
      await session.close();
      return { outcomes, snapshot: btoa(Array.from(taken, (byte) => String.fromCharCode(byte)).join('')) };
    };
  });
});

after(async () => {
  native.stdin.end();
  await browser?.close();
  await server?.close();
});

const inChrome = (leg) => page.evaluate((leg) => travel(leg), leg);
const natively = ({ options, snapshot, turns }) =>
  ask({
    ...(snapshot ? { snapshot: { base64: snapshot } } : { options: JSON.parse(options) }),
    turns: turns.map((turn) => JSON.parse(turn)),
  }).then(({ outcomes, snapshot }) => ({ outcomes, snapshot: snapshot.base64 }));

test('there are programs', () => {
  assert.ok(programs.length >= 24, `${programs.length}`);
});

for (const { name, options, turns } of programs) {
  test(name, async () => {
    assert.equal(turns.length, 6);
    const whole = await natively({ options, turns });
    assert.deepEqual((await inChrome({ options, turns })).outcomes, whole.outcomes, 'in Chrome');
    const first = await inChrome({ options, turns: turns.slice(0, 3) });
    const second = await natively({ snapshot: first.snapshot, turns: turns.slice(3, 5) });
    const third = await inChrome({ snapshot: second.snapshot, turns: turns.slice(5) });
    const travelled = [first, second, third].flatMap(({ outcomes }) => outcomes);
    assert.deepEqual(travelled, whole.outcomes, 'on the way');
    assert.equal(third.snapshot, whole.snapshot, 'and at its end');
  });
}
