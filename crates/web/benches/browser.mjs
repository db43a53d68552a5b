// The browser's figures of BENCHMARKS.md: `scripts/bench --web`. Hognose, Pyodide and the PyScript
// variant of MicroPython in the same Chromium, taking turns; medians.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { launch } from '../../../tests/browser/chromium.mjs';
import { serve, until } from '../../../tests/browser/server.mjs';
import { PROGRAMS } from './programs.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { HOGNOSE_APPS, HOGNOSE_NPM, HOGNOSE_PLAIN_RUNTIME } = process.env;
const folders = {
  '/hognose/': join(HOGNOSE_APPS, 'bench-app/dist'),
  '/pyodide/': join(HOGNOSE_NPM, 'node_modules/pyodide'),
  '/micropython/': join(HOGNOSE_NPM, 'node_modules/@micropython/micropython-webassembly-pyscript'),
  '/': join(here, 'pages'),
};
const raw = {
  '/raw/metered.wasm': readFileSync(join(HOGNOSE_APPS, 'bench-app/node_modules/hognose/dist/python.wasm')),
  '/raw/plain.wasm': readFileSync(HOGNOSE_PLAIN_RUNTIME),
};
const PAGES = { hognose: '/hognose/index.html', pyodide: '/pyodide.html', micropython: '/micropython.html' };
const FIB = 'def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(27)';
const server = await serve(folders, { answer: (path) => raw[path] && { body: raw[path] } });
const browser = await launch();

/** A page in a profile of its own: nothing is cached. */
async function open(path, asked = []) {
  const context = await browser.newContext();
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(server.origin + path);
  await until(() => page.evaluate(() => 'candidate' in globalThis));
  return page;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const times = async (count, f) => {
  const values = [];
  for (let at = 0; at < count; at += 1) values.push(await f());
  return values;
};

/** Bytes of all that a page asks for but itself, compressed. */
function download(asked) {
  const prefixes = Object.keys(folders);
  return [...new Set(asked)].filter((path) => !path.endsWith('.html')).reduce((sum, path) => {
    const prefix = prefixes.find((it) => path.startsWith(it));
    return sum + brotliCompressSync(readFileSync(join(folders[prefix], path.slice(prefix.length)))).length;
  }, 0);
}

const figures = { download: {}, first: {}, fresh: {}, fib: {}, mean: {} };

for (const [name, path] of Object.entries(PAGES)) {
  const asked = [];
  const page = await open(path, asked);
  figures.download[name] = download(asked);
  await page.context().close();
  figures.first[name] = [];
}
/** Pyodide takes seconds, and is told apart by fewer. */
const FIRSTS = { hognose: 25, micropython: 25, pyodide: 5 };
for (let round = 0; round < 25; round += 1) {
  for (const [name, path] of Object.entries(PAGES)) {
    if (round >= FIRSTS[name]) continue;
    const page = await open(path);
    figures.first[name].push(await page.evaluate(() => candidate.first));
    await page.context().close();
  }
}
for (const name of Object.keys(PAGES)) figures.first[name] = median(figures.first[name]);

const pages = {};
for (const [name, path] of Object.entries(PAGES)) pages[name] = await open(path);
/** Milliseconds of one of `count` in a row: a page's clock has steps of 0.1 ms. */
const timed = (page, count, f) =>
  page.evaluate(`(async () => {
    const started = performance.now();
    for (let at = 0; at < ${count}; at += 1) await (${f})();
    return (performance.now() - started) / ${count};
  })()`);
const fibs = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
for (let round = 0; round < 9; round += 1) {
  for (const [name, page] of Object.entries(pages)) {
    fibs[name].push(await timed(page, 1, `() => candidate.run(${JSON.stringify(FIB)})`));
  }
}
for (const name of Object.keys(PAGES)) {
  figures.fib[name] = median(fibs[name]);
  const [rounds, count] = name === 'hognose' ? [25, 20] : name === 'micropython' ? [15, 1] : [5, 1];
  // In a page of its own: the interpreters of PyScript's MicroPython share state with the first.
  const page = await open(PAGES[name]);
  figures.fresh[name] = median(await times(rounds, () => timed(page, count, '() => candidate.fresh()')));
  await page.context().close();
}

const geomean = (values) => values.reduce((product, value) => product * value, 1) ** (1 / values.length);
/** The quickest of `rounds` of each, taking turns: what is left when nothing else was in the way. */
async function quickest(rounds, candidates) {
  const best = Object.fromEntries(Object.keys(candidates).map((name) => [name, Infinity]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, time] of Object.entries(candidates)) best[name] = Math.min(best[name], await time());
  }
  return best;
}

const programs = [];
for (const [program, code] of Object.entries(PROGRAMS)) {
  const candidates = Object.entries(pages).map(([name, page]) =>
    [name, () => timed(page, 1, `() => candidate.run(${JSON.stringify(code)})`)]);
  programs.push([program, await quickest(9, Object.fromEntries(candidates))]);
}
for (const name of Object.keys(PAGES)) {
  figures.mean[name] = geomean(programs.map(([, best]) => best[name] / best.micropython));
}

const stop = (program) => times(31, () => pages.hognose.evaluate((program) => candidate.stop(program), program));
const stops = await stop('while True: pass');
const wakes = await stop('import time\ntime.sleep(60)');
const hostcall = median(await times(9, () => pages.hognose.evaluate(() => candidate.hostcall())));

const opens = median(await times(15, () => pages.hognose.evaluate(() => candidate.open())));
const sessions = [];
for (const [mib, rounds] of [[1, 15], [16, 5], [64, 3]]) {
  for (const thread of ['worker', 'inline']) {
    const all = await times(rounds, () => pages.hognose.evaluate(([mib, thread]) => candidate.session(mib, thread), [mib, thread]));
    const of = (key) => median(all.map((it) => it[key]));
    sessions.push({ mib, thread, ...Object.fromEntries(Object.keys(all[0]).map((key) => [key, of(key)])) });
  }
}

const runtime = await open('/raw.html');
const metering = [];
for (const [program, code] of Object.entries(PROGRAMS)) {
  const time = (which) => () => runtime.evaluate(([which, code]) => candidate.time(which, code), [which, code]);
  const { metered, plain } = await quickest(25, { metered: time('metered'), plain: time('plain') });
  metering.push([program, metered / plain]);
}

const ms = (value) => `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ms`;
const kb = (bytes) => `${(bytes / 1000).toFixed(0)} KB`;
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const three = (what, values, show, aim) => row(what, show(values.hognose), show(values.micropython), show(values.pyodide), aim);

console.log(`Chromium ${browser.version()}\n`);
row('what', 'hognose', 'PyScript’s MicroPython', 'Pyodide', 'aim');
row('---', '---', '---', '---', '---');
three('all that is downloaded, brotli', figures.download, kb, '≤ 500 KB');
three('first `print(1)`, from navigation start', figures.first, ms, '≤ 150 ms, ≤ 1/10 of Pyodide’s');
three('a further `print(1)` in a fresh interpreter', figures.fresh, ms, '≤ 3 ms');
three('`fib(27)`', figures.fib, ms, '≤ 0.8 of PyScript’s');
three('12 programs, geometric mean of time / PyScript’s', figures.mean, (it) => it.toFixed(2), '');
for (const [what, values] of [['an endless loop, from abort to outcome', stops], ['a sleep of a minute, the same', wakes]]) {
  row(what, `${ms(median(values))}, at most ${ms(Math.max(...values))}`, '–', '–', '≤ 50 ms');
}
row('one call to the host (a clock)', `${hostcall.toFixed(0)} ns`, '', '', '≤ 1 µs');

console.log('');
row('session', 'a turn', 'snapshot', 'its size', 'restore', 'fork');
row('---', '---', '---', '---', '---', '---');
for (const { mib, thread, turn, snapshot, bytes, restore, fork } of sessions) {
  row(`${mib} MiB of objects, ${thread}`, ms(turn), ms(snapshot), kb(bytes), ms(restore), ms(fork));
}
row('opened in a warm Worker', ms(opens), '', '', '', '');

console.log('');
row('program', 'hognose', 'PyScript’s MicroPython', 'Pyodide', 'metered / before metering');
row('---', '---', '---', '---', '---');
for (const [at, [program, best]] of programs.entries()) three(program, best, ms, metering[at][1].toFixed(3));
row('geometric mean', '', '', '', geomean(metering.map(([, ratio]) => ratio)).toFixed(3));

await browser.close();
await server.close();
