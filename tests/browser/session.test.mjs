// Sessions of the package: what stays from turn to turn, what ends a turn and what ends a session.
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './chromium.mjs';
import { POLICY, serve, until } from './server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const npm = join(here, '../../crates/web/npm');

let browser;
let server;
let page;

before(async () => {
  server = await serve({ '/hognose/': npm, '/': join(here, 'pages') }, { headers: { 'Content-Security-Policy': POLICY } });
  browser = await launch();
  page = await browser.newPage();
  page.on('pageerror', (error) => assert.fail(`on the page: ${error.message}`));
  await page.goto(`${server.origin}/index.html`);
  await until(() => page.evaluate(() => 'Hognose' in globalThis));
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Calls a function on the page with a Hognose that is closed behind it, and what tells an error. */
const withPython = ({ script, ...options }, f) =>
  page.evaluate(`(async () => {
    const script = ${JSON.stringify(script ?? null)};
    const python = await Hognose.load({
      ...${JSON.stringify(options)},
      ...(script && { worker: () => new Worker(script, { type: 'module' }) }),
    });
    const told = (promise) => promise.then(
      () => 'it came to no error',
      (error) => [error instanceof HognoseError, error.code, error.message],
    );
    const repr = async (session, code) => (await session.run({ code })).result?.repr;
    try {
      return await (${f})(python, { told, repr });
    } finally {
      await python.close();
    }
  })()`);

const closed = (why) => [true, 'session_closed', `the session is closed: ${why}`];

for (const [where, options] of Object.entries({
  worker: {},
  inline: { thread: 'inline' },
  'straight worker': { script: '/straight-worker.js' },
})) {
  const canSuspend = where !== 'straight worker';

  test(`${where}: what stays from turn to turn, and what is told of each`, async () => {
    const told = await withPython({ ...options, limits: { stdout_bytes: 1000 } }, async (python) => {
      const session = await python.open({ env: { NAME: 'value' }, files: { 'in.txt': 'one\ntwo\n' }, determinism: { seed: 1 } });
      const turns = [
        { code: 'import os\nf = open("in.txt")\ndef squares():\n  for n in range(9): yield n * n\ng = squares()\nf.readline()' },
        { code: '[next(g), next(g), f.readline(), os.getenv("NAME")]' },
        { code: 'import sys\nprint(sys.argv[1:], input())', args: ['a'], stdin: 'line\n' },
        { code: 'next(g), open("more.bin", "rb").read()', files: { 'more.bin': new Uint8Array([255, 0]) } },
        { code: '1 / 0' },
        { code: 'import sys\nsys.exit(3)' },
      ];
      const outcomes = [];
      for (const turn of turns) outcomes.push(await session.run(turn));
      await session.close();
      return outcomes;
    });
    assert.deepEqual(told.map(({ status, exit_code: code, stdout, error, result }) => [status, code, stdout, error?.message, result]), [
      ['ok', 0, '', undefined, { repr: "'one\\n'", json: '"one\\n"' }],
      ['ok', 0, '', undefined, { repr: "[0, 1, 'two\\n', 'value']", json: '[0, 1, "two\\n", "value"]' }],
      ['ok', 0, "['a'] line\n", undefined, undefined],
      ['ok', 0, '', undefined, { repr: "(4, b'\\xff\\x00')", json: null }],
      ['error', 1, '', 'division by zero', undefined],
      ['exit', 3, '', undefined, undefined],
    ]);
    for (const [index, { receipt }] of told.entries()) {
      const sum = told.slice(0, index + 1).reduce((sum, it) => sum + it.receipt.fuel, 0);
      assert.deepEqual([receipt.session.open, receipt.session.turns, receipt.session.fuel], [true, index + 1, sum]);
    }
  });

  test(`${where}: output is seen while a turn runs`, async () => {
    const { texts, stdout } = await withPython(options, async (python) => {
      const session = await python.open();
      const texts = [];
      const { stdout } = await session.run({
        code: 'import sys\nprint("first")\nsys.stdout.flush()\nfor _ in range(300_000): pass\nprint("last")',
        onStdout: (text) => texts.push(text),
      });
      return { texts, stdout };
    });
    assert.equal(texts[0], 'first\n');
    assert.equal(texts.join(''), stdout);
  });

  test(`${where}: a turn that is over its limits leaves the session as it was`, async () => {
    const { ends, after } = await withPython(options, async (python, { repr }) => {
      const session = await python.open({ limits: { fuel: 1e12 } });
      await session.run({ code: 'n = 0\nclean = True\nimport time' });
      const spin = 'try:\n  while True: n += 1\nfinally: clean = False';
      const ends = [];
      for (const [code, limits] of [
        [spin, { fuel: 5_000_000 }],
        [spin, { wall_ms: 300 }],
        ['try:\n  time.sleep(60)\nfinally: clean = False', { wall_ms: 300 }],
        ['x = [0]\nwhile True: x = x + x', {}],
      ]) {
        const { status, error, receipt } = await session.run({ code, limits });
        ends.push([status, error.type, receipt.session.open]);
      }
      return { ends, after: await repr(session, 'n > 1000, clean') };
    });
    assert.deepEqual(ends, [
      ['out_of_fuel', 'out_of_fuel', true],
      ['timeout', 'timeout', true],
      ['timeout', 'timeout', true],
      ['error', 'MemoryError', true],
    ]);
    assert.equal(after, '(True, True)');
  });

  test(`${where}: a snapshot is restored, here and elsewhere, and a fork goes its own way`, async () => {
    const told = await withPython(options, async (python, { told, repr }) => {
      const session = await python.open({ determinism: {} });
      await session.run({ code: 'def g():\n  n = 0\n  while True:\n    yield n\n    n += 1\nit = g()\nnext(it)' });
      const bytes = await session.snapshot();
      const fork = await session.fork();
      const restored = await python.restore(bytes);
      const elsewhere = await Hognose.load({ thread: 'inline' });
      const far = await elsewhere.restore(bytes.buffer);
      const all = [session, fork, restored, far];
      const outcomes = await Promise.all(all.map((it) => it.run({ code: 'next(it)' })));
      const [first, ...others] = outcomes.map((outcome) => JSON.stringify(outcome));
      await session.run({ code: 'next(it)' });
      await session.close();
      const reprs = [await repr(fork, 'next(it)'), await repr(await fork.fork(), 'next(it)'), await repr(restored, 'next(it)')];
      await elsewhere.close();
      return {
        size: bytes.length,
        same: others.every((it) => it === first),
        reprs,
        after: [await told(session.fork()), await told(far.run({ code: '1' }))],
      };
    });
    assert.ok(told.size < 49_152, `${told.size} bytes`);
    assert.deepEqual([told.same, told.reprs], [true, ['2', '3', '2']]);
    assert.deepEqual(told.after, [closed('close() was called'), [true, 'closed', 'it was closed']]);
  });

  test(`${where}: a snapshot is what it was, and of the right key, or is refused`, async () => {
    const told = await withPython(options, async (python, { told, repr }) => {
      const session = await python.open();
      await session.run({ code: 'secret = 5' });
      const [key, other] = [1, 2].map((byte) => new Uint8Array(32).fill(byte));
      const keyed = await session.snapshot({ key });
      const plain = await session.snapshot();
      const damaged = plain.slice();
      damaged[200] ^= 1;
      const right = await repr(await python.restore(keyed, { key }), 'secret');
      return [
        right,
        ...(await Promise.all([
          python.restore(keyed, { key: other }),
          python.restore(keyed),
          python.restore(plain, { key }),
          python.restore(damaged),
          python.restore(plain.subarray(0, 500)),
          python.restore(new Uint8Array(3)),
          python.restore(plain, { maxBytes: 1000 }),
          python.restore(plain, { key: new Uint8Array(31) }),
          python.restore(plain, { keys: [] }),
          python.restore('text'),
          session.snapshot({ key: 'secret' }),
        ].map(told))),
      ];
    });
    assert.equal(told[0], '5');
    const refused = (code, message) => [true, code, message];
    assert.deepEqual(told.slice(1, 7), [
      'the snapshot was not taken with this key, or has been changed since',
      'the snapshot is authenticated: the key that it was taken with is needed',
      'a key was given, but the snapshot is not authenticated: it was taken without a key',
      'the snapshot\'s checksum is wrong: it has been damaged',
      'the snapshot is cut off',
      'these bytes are no snapshot',
    ].map((message) => refused('snapshot', message)));
    assert.match(told[7][2], /^the snapshot holds \d+ bytes, more than the 1000 that are allowed$/);
    assert.deepEqual(told.slice(8), [
      'key: must be a Uint8Array of 32 bytes',
      'restore: there is no option "keys"',
      'restore: the snapshot must be a Uint8Array',
      'key: must be a Uint8Array of 32 bytes',
    ].map((message) => refused('request', message)));
  });

  test(`${where}: what does not hold to the contract is refused, and the session goes on`, async () => {
    const told = await withPython(options, async (python, { told, repr }) => {
      const session = await python.open();
      await session.run({ code: 'x = 1' });
      const refusals = [];
      for (const turn of [{ code: '' }, { code: '1', env: {} }, { code: '1', limits: { memory_bytes: 1 } }, { code: '1', args: [1n] }]) {
        refusals.push(await told(session.run(turn)));
      }
      refusals.push(await told(python.open({ limits: { fuel: 0 } })), await told(python.open({ code: '1' })));
      return { codes: refusals.map(([isIt, code]) => isIt && code), x: await repr(session, 'x') };
    });
    assert.deepEqual(told, { codes: Array(6).fill('request'), x: '1' });
  });

  test(`${where}: turns queue, and one can be taken back before it begins`, async () => {
    const told = await withPython(options, async (python, { repr }) => {
      const session = await python.open();
      const controller = new AbortController();
      const turns = [
        session.run({ code: 'order = ["a"]\nfor _ in range(300_000): pass' }),
        session.run({ code: 'order.append("b")\norder', signal: controller.signal }),
        session.run({ code: 'order.append("c")\norder' }),
      ];
      controller.abort();
      const outcomes = await Promise.all(turns);
      return outcomes.map(({ status, result, receipt }) => [status, result?.repr, receipt.session.turns, receipt.fuel > 0]);
    });
    assert.deepEqual(told, [['ok', undefined, 1, true], ['cancelled', undefined, 2, false], ['ok', "['a', 'c']", 3, true]]);
  });

  for (const [name, program] of Object.entries({
    'an endless loop': 'while True: n += 1',
    'a sleep of a minute': 'import time; time.sleep(60)',
  })) {
    test(`${where}: an AbortSignal ends ${name}${canSuspend ? ', and the session goes on' : ' with the session, and no other'}`, async () => {
      const { first, rest } = await withPython(options, `async (python, { told, repr }) => {
        const session = await python.open({ limits: { fuel: 1e15, wall_ms: 60_000 } });
        const fork = await session.fork();
        await session.run({ code: 'n = 0\\nclean = True' });
        const controller = new AbortController();
        const first = await session.run({
          code: 'import sys\\nprint("on"); sys.stdout.flush()\\ntry:\\n  ${program}\\nfinally: clean = False',
          signal: controller.signal,
          onStdout: () => setTimeout(() => controller.abort(), 100),
        }).then(({ status, stdout, receipt }) => [status, stdout, receipt.session.open], (error) => [error.code, error.message]);
        const rest = [await (${canSuspend} ? repr(session, 'clean') : told(session.run({ code: 'clean' }))), await repr(fork, '2')];
        await session.close();
        return { first, rest };
      }`);
      const why = 'a turn was cancelled, and its Worker had to be taken down';
      // On the page's own thread, and a Worker's that can suspend its guests.
      if (canSuspend) assert.deepEqual({ first, rest }, { first: ['cancelled', 'on\n', true], rest: ['True', '2'] });
      else assert.deepEqual({ first, rest }, { first: closed(why).slice(1), rest: [closed(why), '2'] });
    });
  }

  test(`${where}: a session that is closed has no turns, and takes no other with it`, async () => {
    const told = await withPython(options, async (python, { told, repr }) => {
      const session = await python.open({ limits: { fuel: 1e15 } });
      const fork = await session.fork();
      const running = told(session.run({ code: 'n = 0\nfor _ in range(2_000_000): n += 1' }));
      const queued = told(session.run({ code: '2' }));
      setTimeout(() => session.close(), 20);
      const ends = [await running, await queued, await told(session.run({ code: '3' })), await told(session.snapshot())];
      await session.close();
      return { ends, fork: await repr(fork, '4') };
    });
    assert.deepEqual(told, { ends: Array(4).fill(closed('close() was called')), fork: '4' });
  });
}

test('a Worker that has to be taken down is told as that', async () => {
  const told = await withPython({ script: '/stuck-worker.js' }, async (python, { told, repr }) => {
    const session = await python.open({ limits: { wall_ms: 200, fuel: 1e15 } });
    const other = await python.open();
    const first = await told(session.run({ code: 'while True: pass' }));
    return [first, await told(session.run({ code: '1' })), await repr(other, '2')];
  });
  const why = closed('a turn did not end in time, and its Worker had to be taken down');
  assert.deepEqual(told, [why, why, '2']);
});

test('sessions run side by side, and beside runs', async () => {
  const told = await withPython({}, async (python) => {
    const [a, b] = await Promise.all([python.open({ limits: { fuel: 1e15 } }), python.open()]);
    const controller = new AbortController();
    const endless = a.run({ code: 'while True: pass', signal: controller.signal });
    const short = [await b.run({ code: 'print(1)' }), await python.run({ code: 'print(2)' })];
    controller.abort();
    return [...short.map(({ stdout }) => stdout), (await endless).status];
  });
  assert.deepEqual(told, ['1\n', '2\n', 'cancelled']);
});

test('a Hognose that is closed closes its sessions', async () => {
  const told = await withPython({}, async (python, { told }) => {
    const session = await python.open({ limits: { fuel: 1e15 } });
    const running = told(session.run({ code: 'while True: pass' }));
    setTimeout(() => python.close(), 50);
    return [await running, await told(session.run({ code: '1' })), await told(python.open())];
  });
  assert.deepEqual(told, Array(3).fill([true, 'closed', 'it was closed']));
});

test('a bundle without Python has no sessions', async () => {
  const bundle = join(here, '../../bundles/word-count/0.1.0');
  const other = await serve({ '/': bundle }, { headers: { 'Access-Control-Allow-Origin': '*' } });
  const told = await page.evaluate(async (url) => {
    const python = await Hognose.load({ bundle: url });
    const error = await python.open().catch(({ code, message }) => [code, message]);
    await python.close();
    return error;
  }, other.origin);
  await other.close();
  assert.deepEqual(told, ['bundle', 'bundle: word-count@0.1.0 has no command "python" (it has: wc)']);
});
