import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './chromium.mjs';
import { POLICY, serve, until } from './server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const npm = join(here, '../../crates/web/npm');
const manifest = readFileSync(join(npm, 'dist/manifest.json'), 'utf8');
const runtime = readFileSync(join(npm, 'dist/python.wasm'));

let browser;
let server;
let page;

before(async () => {
  const damaged = Buffer.from(runtime);
  damaged[damaged.length - 1] ^= 1;
  const bundles = {
    '/good/manifest.json': { body: manifest },
    '/good/python.wasm': { body: runtime },
    '/damaged/manifest.json': { body: manifest },
    '/damaged/python.wasm': { body: damaged },
    '/short/manifest.json': { body: manifest },
    '/short/python.wasm': { body: runtime.subarray(0, 1000) },
    '/odd/manifest.json': { body: '{}' },
  };
  server = await serve(
    { '/hognose/': npm, '/': join(here, 'pages') },
    { headers: { 'Content-Security-Policy': POLICY }, answer: (path) => bundles[path] },
  );
  browser = await launch();
  page = await open(`${server.origin}/index.html`);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

async function open(url) {
  const opened = await browser.newPage();
  opened.on('pageerror', (error) => assert.fail(`on the page: ${error.message}`));
  await opened.goto(url);
  await until(() => opened.evaluate(() => 'Hognose' in globalThis));
  return opened;
}

/** Runs a function on the page, with a Hognose that is closed behind it. */
const withPython = (options, f, on = page, ...more) =>
  on.evaluate(`(async () => {
    const worker = ${JSON.stringify(options.script ?? null)};
    const python = await Hognose.load({
      ...${JSON.stringify({ ...options, script: undefined })},
      ...(worker && { worker: () => new Worker(worker, { type: 'module' }) }),
    });
    try {
      return await (${f})(python, ...${JSON.stringify(more)});
    } finally {
      await python.close();
    }
  })()`);

/** What a function on the page throws. */
const thrown = (f) =>
  page.evaluate(`(async () => {
    try {
      await (${f})();
    } catch (error) {
      return { name: error.name, code: error.code, message: error.message, isIt: error instanceof HognoseError };
    }
  })()`);

test('the page is not isolated', async () => {
  assert.deepEqual(await page.evaluate(() => [crossOriginIsolated, typeof SharedArrayBuffer]), [false, 'undefined']);
});

for (const thread of ['worker', 'inline']) {
  test(`${thread}: a program, its world and its outcome`, async () => {
    const outcome = await withPython({ thread }, async (python) => {
      const outcome = await python.run({
        code: `import sys, os
print(sys.argv[1:], os.getenv('NAME'), input(), open('in.txt').read(), open('in.bin', 'rb').read())
open('out.txt', 'w').write('text')
open('out.bin', 'wb').write(b'\\xff\\x00')
os.remove('gone')
print('to stderr', file=sys.stderr)
sys.exit(3)`,
        args: ['one', 'two'],
        env: { NAME: 'value' },
        stdin: new TextEncoder().encode('a line\n'),
        files: { 'in.txt': 'é', 'in.bin': new Uint8Array([0, 255]), gone: '' },
        determinism: { seed: 1, epoch: 2 },
      });
      outcome.asBytes = [...bytes(outcome.files.created['out.bin'])];
      return outcome;
    });
    const { receipt, ...rest } = outcome;
    assert.deepEqual(rest, {
      status: 'exit',
      exit_code: 3,
      stdout: "['one', 'two'] value a line é b'\\x00\\xff'\n",
      stderr: 'to stderr\n',
      error: null,
      files: { created: { 'out.bin': { base64: '/wA=' }, 'out.txt': 'text' }, changed: {}, deleted: ['gone'] },
      asBytes: [255, 0],
    });
    assert.equal(receipt.runtime.sha256, JSON.parse(manifest).assets[0].sha256);
    assert.ok(receipt.fuel > 100_000 && receipt.peak_memory_bytes >= 1 << 20);
  });

  test(`${thread}: nothing is left of a run`, async () => {
    const outcome = await withPython({ thread }, async (python) => {
      await python.run({ code: 'import os; x = 1; open("left", "w").close(); os.environ["LEFT"] = "1"' });
      return python.run({ code: 'import os; print("x" in globals(), os.listdir(), os.getenv("LEFT"))' });
    });
    assert.equal(outcome.stdout, 'False [] None\n');
  });

  test(`${thread}: limits have their statuses`, async () => {
    const ends = await withPython({ thread, limits: { wall_ms: 300, fuel: 1e15 } }, async (python) => {
      const spin = 'while True: pass';
      const ends = {};
      for (const [name, request] of Object.entries({
        wall: { code: spin },
        sleep: { code: 'import time; time.sleep(60)' },
        fuel: { code: spin, limits: { fuel: 1_000_000, wall_ms: 10_000 } },
        memory: { code: 'x = "x" * 100_000_000' },
        error: { code: '1 / 0' },
        output: { code: 'print("x" * 100)', limits: { stdout_bytes: 10 } },
      })) {
        const { status, error, stdout } = await python.run(request);
        ends[name] = [status, error?.type, error?.message, stdout];
      }
      return ends;
    });
    assert.deepEqual(ends.wall, ['timeout', 'timeout', 'the run was stopped after 300 ms of wall-clock time (limit wall_ms)', '']);
    assert.deepEqual(ends.sleep, ends.wall);
    assert.equal(ends.fuel[2], 'the run was stopped after 1000000 units of fuel (limit fuel)');
    assert.equal(ends.memory[1], 'MemoryError');
    assert.deepEqual(ends.error.slice(0, 2), ['error', 'ZeroDivisionError']);
    assert.equal(ends.output[3], 'xxxxx\n... 91 bytes dropped ...\nxxxx\n');
  });

  test(`${thread}: output is seen while the program runs, and all of it`, async () => {
    const { first, texts, stdout, errors } = await withPython({ thread }, async (python) => {
      const texts = [];
      let errors = '';
      let first;
      const started = performance.now();
      const { stdout } = await python.run({
        code: `import sys
print('first')
sys.stdout.flush()
for _ in range(3_000_000): pass
print('é' * 40_000)
print('last', file=sys.stderr)`,
        onStdout: (text) => {
          first ??= performance.now() - started;
          texts.push(text);
        },
        onStderr: (text) => (errors += text),
      });
      return { first: first / (performance.now() - started), texts, stdout, errors };
    });
    assert.equal(texts[0], 'first\n');
    assert.ok(first < 0.8, `seen after ${first} of the run`);
    assert.equal(texts.join(''), stdout);
    assert.equal(errors, 'last\n');
  });

  const runaways = {
    'an endless loop': 'while True: pass',
    'a sleep of a minute': 'import time; time.sleep(60)',
    'short sleeps without end': 'import time\nwhile True: time.sleep(0.002)',
  };
  for (const [name, program] of Object.entries(runaways)) {
    test(`${thread}: an AbortSignal stops ${name}`, async () => {
      const { outcome, late, after } = await withPython({ thread }, async (python, program) => {
        const controller = new AbortController();
        let aborted;
        setTimeout(() => {
          aborted = performance.now();
          controller.abort();
        }, 200);
        const outcome = await python.run({
          code: `import sys\nopen("made", "w").close()\nprint("on"); sys.stdout.flush()\n${program}`,
          limits: { fuel: 1e15, wall_ms: 60_000 },
          signal: controller.signal,
        });
        const late = performance.now() - aborted;
        return { outcome, late, after: await python.run({ code: 'print("well")' }) };
      }, page, program);
      assert.equal(outcome.status, 'cancelled');
      assert.equal(outcome.error.message, 'the run was cancelled by its caller');
      assert.equal(outcome.stdout, 'on\n');
      assert.ok(outcome.receipt.fuel > 100_000, 'the guest ended by itself and has a bill');
      assert.deepEqual(outcome.files.created, { made: '' });
      // How soon it is, the benchmark tells. Here: not by the limit, a minute.
      assert.ok(late < 5_000, `${late} ms`);
      assert.equal(after.stdout, 'well\n');
    });
  }

  test(`${thread}: a sleep takes its time, and not much more`, async () => {
    const { outcome, ms } = await withPython({ thread }, async (python) => {
      await python.run({ code: 'print(1)' });
      const started = performance.now();
      const outcome = await python.run({
        code: `import time
started = time.ticks_us()
for seconds in (0.3, 0.0005, 0, 0.0015): time.sleep(seconds)
print(time.ticks_diff(time.ticks_us(), started) >= 302_000)
for _ in range(100): time.sleep(0.001)`,
      });
      return { outcome, ms: performance.now() - started };
    });
    assert.equal(outcome.stdout, 'True\n');
    // Not the four milliseconds each that a browser makes of timers within timers, on a quiet machine.
    assert.ok(ms > 400 && ms < 4_000, `${ms} ms`);
  });

  test(`${thread}: a run that was taken back before it began is an outcome`, async () => {
    const outcome = await withPython({ thread }, (python) => python.run({ code: 'print(1)', signal: AbortSignal.abort() }));
    assert.deepEqual([outcome.status, outcome.stdout, outcome.receipt.fuel], ['cancelled', '', 0]);
    assert.equal(outcome.error.message, 'the run was cancelled by its caller');
  });
}

test('a Worker that does not hear is taken down, and the run is an outcome all the same', async () => {
  const { outcome, late, after } = await withPython({ script: '/straight-worker.js' }, async (python) => {
    const controller = new AbortController();
    let aborted;
    setTimeout(() => {
      aborted = performance.now();
      controller.abort();
    }, 300);
    const outcome = await python.run({
      code: 'import sys\nprint("out")\nprint("err", file=sys.stderr)\nopen("file", "w").close()\nsys.stdout.flush()\nwhile True: pass',
      signal: controller.signal,
      limits: { fuel: 1e15 },
      files: { given: 'text' },
    });
    const late = performance.now() - aborted;
    return { outcome, late, after: await python.run({ code: 'print("well")' }) };
  });
  const { wall_us: wallUs, runtime: ran } = outcome.receipt;
  assert.ok(wallUs > 100_000 && wallUs < 8_000_000, `${wallUs}`);
  assert.deepEqual(outcome, {
    status: 'cancelled',
    exit_code: null,
    stdout: 'out\n',
    stderr: 'err\n',
    error: { type: 'cancelled', message: 'the run was cancelled by its caller', traceback: '' },
    files: { created: {}, changed: {}, deleted: [] },
    receipt: {
      runtime: ran,
      fuel: 0,
      peak_memory_bytes: 0,
      wall_us: wallUs,
      stdout: { written_bytes: 4, dropped_bytes: 0 },
      stderr: { written_bytes: 4, dropped_bytes: 0 },
      workspace: { bytes: 4, files: 1 },
    },
  });
  assert.ok(late < 5_000, `${late} ms`);
  assert.equal(after.stdout, 'well\n');
});

test('a Worker whose guest does not end in time is taken down', async () => {
  const { outcome, ms, after } = await withPython({ script: '/stuck-worker.js' }, async (python) => {
    const started = performance.now();
    const outcome = await python.run({ code: 'import sys; print("on"); sys.stdout.flush()\nwhile True: pass', limits: { wall_ms: 200, fuel: 1e15 } });
    const ms = performance.now() - started;
    return { outcome, ms, after: await python.run({ code: 'print("well")' }) };
  });
  assert.equal(outcome.status, 'timeout');
  assert.equal(outcome.error.message, 'the run was stopped after 200 ms of wall-clock time (limit wall_ms)');
  assert.equal(outcome.stdout, 'on\n');
  assert.ok(ms > 1_100 && ms < 9_000, `${ms} ms`);
  assert.equal(after.stdout, 'well\n');
});

test('runs wait for their turn, and can be taken back while they do', async () => {
  const { order, statuses } = await withPython({ workers: 1 }, async (python) => {
    const order = [];
    const run = async (name, signal) => {
      const { status } = await python.run({ code: 'for _ in range(3_000_000): pass', signal });
      order.push(name);
      return status;
    };
    const controller = new AbortController();
    const runs = [run('first'), run('second'), run('third', controller.signal), run('fourth')];
    controller.abort();
    return { statuses: await Promise.all(runs), order };
  });
  assert.deepEqual(statuses, ['ok', 'ok', 'cancelled', 'ok']);
  assert.deepEqual(order.filter((name) => name !== 'third'), ['first', 'second', 'fourth']);
  assert.notEqual(order.at(-1), 'third');
});

test('several Workers run side by side', async () => {
  const ends = await withPython({ workers: 2 }, async (python) => {
    const controller = new AbortController();
    const endless = python.run({ code: 'while True: pass', limits: { fuel: 1e15 }, signal: controller.signal });
    const short = await python.run({ code: 'print(1)' });
    controller.abort();
    return [short.status, (await endless).status];
  });
  assert.deepEqual(ends, ['ok', 'cancelled']);
});

test('several inline guests share a thread', async () => {
  const outputs = await withPython({ thread: 'inline' }, async (python) => {
    const code = 'for _ in range(1_000_000): pass\nimport sys\nprint(sys.argv[1])';
    const runs = ['a', 'b', 'c'].map((name) => python.run({ code, args: [name] }));
    return (await Promise.all(runs)).map((outcome) => outcome.stdout);
  });
  assert.deepEqual(outputs, ['a\n', 'b\n', 'c\n']);
});

test('an inline guest that sleeps leaves its thread to others', async () => {
  const { outputs, ms, ticks } = await withPython({ thread: 'inline' }, async (python) => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 10);
    const started = performance.now();
    const code = 'import time\ntime.sleep(1)\nprint(1)';
    const runs = await Promise.all(Array.from({ length: 5 }, () => python.run({ code })));
    clearInterval(timer);
    return { outputs: runs.map(({ stdout }) => stdout), ms: performance.now() - started, ticks };
  });
  assert.deepEqual(outputs, Array(5).fill('1\n'));
  assert.ok(ms >= 1_000 && ms < 4_000, `one after the other they would take 5 s: ${ms} ms`);
  assert.ok(ticks > 10, `${ticks} ticks`);
});

test('a Worker whose guests cannot be suspended sleeps all the same', async () => {
  const { outcome, ms } = await withPython({ script: '/straight-worker.js' }, async (python) => {
    const started = performance.now();
    const outcome = await python.run({ code: 'import time\ntime.sleep(0.2)\nprint(1)' });
    return { outcome, ms: performance.now() - started };
  });
  assert.equal(outcome.stdout, '1\n');
  assert.ok(ms >= 200, `${ms} ms`);
});

test('the page stays responsive while Python runs', async () => {
  const ticks = await withPython({}, async (python) => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 10);
    await python.run({ code: 'while True: pass', limits: { wall_ms: 500, fuel: 1e15 } });
    clearInterval(timer);
    return ticks;
  });
  assert.ok(ticks > 5, `${ticks} ticks`);
});

test('requests that do not hold to the contract are refused', async () => {
  for (const thread of ['worker', 'inline']) for (const [request, message] of [
    ['{ code: "" }', 'code: is empty'],
    ['{ code: "1", limits: { wall_ms: 0 } }', 'limits.wall_ms: 0 is not within 1 to 86400000'],
    ['{ code: "1", files: { "../x": "" } }', 'files["../x"]: the path has a "." or ".."'],
    ['{ code: "1", file: {} }', /^request: unknown field `file`/],
    ['{}', /^request: one of code, script, module and command is needed/],
    ['{ code: "1", limits: { fuel: 1n } }', /^request: .*BigInt/],
  ]) {
    const error = await thrown(`async () => {
      const python = await Hognose.load({ thread: '${thread}' });
      try { await python.run(${request}); } finally { await python.close(); }
    }`);
    assert.deepEqual([error.name, error.code, error.isIt], ['HognoseError', 'request', true]);
    if (message instanceof RegExp) assert.match(error.message, message);
    else assert.equal(error.message, message);
  }
});

test('a bundle is the one that its manifest names, or is not run', async () => {
  const ran = await withPython({ bundle: '/good' }, (python) => python.run({ code: 'print(1)' }));
  assert.equal(ran.stdout, '1\n');
  for (const thread of ['worker', 'inline']) for (const [bundle, message] of [
    ['"/damaged"', /^bundle: python\.wasm: its SHA-256 is [0-9a-f]{64}, but the manifest says [0-9a-f]{64}$/],
    ['"/short/"', /^bundle: python\.wasm: 1000 bytes, but the manifest says \d+: truncated or not this version$/],
    ['"/none"', /\/none\/manifest\.json: HTTP status 404$/],
    ['"/odd"', /^bundle: manifest\.json: is no manifest: missing field/],
    ['{ manifest: "{}", runtime: new Uint8Array(4) }', /^bundle: manifest\.json: is no manifest/],
  ]) {
    const error = await thrown(`() => Hognose.load({ bundle: ${bundle}, thread: '${thread}' })`);
    assert.deepEqual([error.name, error.code, error.isIt], ['HognoseError', 'bundle', true]);
    assert.match(error.message, message);
  }
});

test('options and states that cannot be are told', async () => {
  for (const [f, code, message] of [
    ['() => Hognose.load({ threads: 2 })', 'request', 'load: there is no option "threads"'],
    ['() => Hognose.load({ workers: 0 })', 'request', 'workers: 0 is not within 1 to 16'],
    ['() => Hognose.load({ thread: "main" })', 'request', 'thread: must be "worker" or "inline"'],
    ['() => Hognose.load({ worker: () => new Worker("/none.js", { type: "module" }) })', 'worker', 'the Worker failed: it could not be loaded'],
    ['() => Hognose.load({ thread: "inline", engine: "/none.wasm" })', 'engine', '/none.wasm: HTTP status 404'],
    ['async () => { const python = await Hognose.load(); await python.close(); await python.run({ code: "1" }); }', 'closed', 'it was closed'],
    ['async () => { const python = await Hognose.load(); const run = python.run({ code: "while True: pass", limits: { fuel: 1e15 } }); setTimeout(() => python.close(), 50); await run; }', 'closed', 'it was closed'],
  ]) {
    const error = await thrown(f);
    assert.deepEqual([error?.code, error?.message], [code, message], f);
  }
});

test('a package on another origin makes its Workers all the same', async () => {
  const cdn = await serve({ '/hognose/': npm }, { headers: { 'Access-Control-Allow-Origin': '*' } });
  const app = await serve({}, {
    answer: (path) =>
      path === '/index.html' && {
        body: `<!doctype html><link rel="icon" href="data:,"><script type="module">
          import * as hognose from '${cdn.origin}/hognose/dist/index.js';
          Object.assign(globalThis, hognose);
        </script>`,
      },
  });
  const elsewhere = await open(`${app.origin}/index.html`);
  const outcome = await withPython({}, (python) => python.run({ code: 'print(1)' }), elsewhere);
  assert.equal(outcome.stdout, '1\n');
  await elsewhere.close();
  await Promise.all([cdn.close(), app.close()]);
});

test('the server can import the package', async () => {
  const { Hognose, HognoseError } = await import('../../crates/web/npm/dist/index.js');
  assert.equal(typeof Hognose.load, 'function');
  assert.equal(new HognoseError('worker', 'text').code, 'worker');
  const node = await import('../../crates/web/npm/dist/node.js');
  await assert.rejects(node.Hognose.load({ thread: 'worker' }), { code: 'unsupported' });
  if (Number(process.versions.node.split('.')[0]) < 25) {
    await assert.rejects(node.Hognose.load(), { code: 'unsupported' });
  } else {
    const python = await node.Hognose.load();
    assert.equal((await python.run({ code: 'print(1)' })).stdout, '1\n');
  }
});
