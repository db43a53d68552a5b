// The browser's figures of BENCHMARKS.md: `scripts/bench --web`. Hognose, Pyodide and the PyScript
// variant of MicroPython in the same Chromium, taking turns; medians.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { launch } from '../../../tests/browser/chromium.mjs';
import { serve, until } from '../../../tests/browser/server.mjs';

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
/** As in the native bench, some tens of milliseconds each. */
const PROGRAMS = [
  's = 0\nfor i in range(300000):\n    s += i',
  'def f(n): return n if n < 2 else f(n-1) + f(n-2)\nf(24)',
  'd = {}\nfor i in range(30000): d[str(i)] = i',
  'class A:\n    def __init__(self): self.n = 0\n    def add(self, k): self.n += k\na = A()\nfor i in range(100000): a.add(i)',
  'l = [(i * 7919) % 100003 for i in range(60000)]\nfor i in range(3): m = sorted(l)',
];

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

const figures = { download: {}, first: {}, fresh: {}, fib: {} };

for (const [name, path] of Object.entries(PAGES)) {
  const asked = [];
  const page = await open(path, asked);
  figures.download[name] = download(asked);
  await page.context().close();
  figures.first[name] = [];
}
for (let round = 0; round < 15; round += 1) {
  for (const [name, path] of Object.entries(PAGES)) {
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
  figures.fresh[name] = median(await times(rounds, () => timed(pages[name], count, '() => candidate.fresh()')));
}
const stops = await times(31, () => pages.hognose.evaluate(() => candidate.stop()));
const hostcall = median(await times(9, () => pages.hognose.evaluate(() => candidate.hostcall())));

const runtime = await open('/raw.html');
const ratios = [];
for (const code of PROGRAMS) {
  const time = { metered: [], plain: [] };
  for (let round = 0; round < 20; round += 1) {
    for (const which of ['metered', 'plain']) {
      time[which].push(await runtime.evaluate(([which, code]) => candidate.time(which, code), [which, code]));
    }
  }
  // The quickest of many: what is left when nothing else was in the way.
  ratios.push(Math.min(...time.metered) / Math.min(...time.plain));
}
const metering = ratios.reduce((product, ratio) => product * ratio, 1) ** (1 / ratios.length);

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
row('an endless loop, from abort to outcome', ms(median(stops)), 'cannot', 'cannot', '≤ 50 ms');
row('the same, the longest of 31', ms(Math.max(...stops)), '', '', '');
row('one call to the host (a clock)', `${hostcall.toFixed(0)} ns`, '', '', '≤ 1 µs');
row('metered against before metering, geometric mean of 5 programs', metering.toFixed(3), '', '', '');

await browser.close();
await server.close();
