// The examples (examples/), each over the packed package in the host that it is for, under the
// policy that the package promises to run under.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { launch } from './chromium.mjs';
import { POLICY, serve, until } from './server.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const apps = process.env.HOGNOSE_APPS;
const PRINTS = '1267650600228229401496703205376\n';

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

for (const [name, folder] of [['page', ''], ['vite', 'dist'], ['esbuild', 'dist']]) {
  test(`${name}: the page prints what Python prints`, async () => {
    const server = await serve({ '/': join(apps, name, folder) }, { headers: { 'Content-Security-Policy': POLICY } });
    const page = await browser.newPage();
    const wrong = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await page.goto(`${server.origin}/index.html`);
    const output = () => page.locator('output').textContent();
    await until(async () => wrong.length > 0 || (await output()) !== '');
    assert.deepEqual({ output: await output(), wrong }, { output: PRINTS, wrong: [] });
    await page.close();
    await server.close();
  });
}

const run = (node) => promisify(execFile)(node, ['main.js'], { cwd: join(apps, 'node') });

test('node: the program prints what Python prints', async () => {
  const { stdout, stderr } = await run(process.env.HOGNOSE_NODE);
  assert.deepEqual({ stdout, stderr }, { stdout: PRINTS, stderr: '' });
});

test('node: one that is too old is told so', { skip: Number(process.versions.node.split('.')[0]) >= 25 && 'this Node is new enough' }, async () => {
  const { code, stdout, stderr } = await run(process.execPath).catch((error) => error);
  assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
  assert.match(stderr, /^HognoseError: this WebAssembly has no exception handling \(exnref\): .*Node 25 and later have it$/m);
  assert.match(stderr, /code: 'unsupported'/);
});

test('the package holds what it needs, and nothing else', () => {
  const packed = join(apps, 'page/node_modules/hognose');
  const list = (folder) => readdirSync(join(packed, folder)).sort();
  assert.deepEqual(list('.'), ['README.md', 'dist', 'index.d.ts', 'package.json']);
  assert.deepEqual(list('dist'), ['LICENSE-APACHE', 'LICENSE-MIT', 'engine.js', 'hognose_web_bg.wasm', 'index.js', 'manifest.json', 'node.js', 'python.wasm', 'worker.js']);
  const { exports } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  for (const target of Object.values(exports).flatMap((it) => (typeof it === 'string' ? [it] : Object.values(it)))) {
    assert.ok(readFileSync(join(packed, target)).length > 0, target);
  }
});

test('every example is shown by docs/embedding.md as it is', () => {
  const shown = readFileSync(join(root, 'docs/embedding.md'), 'utf8');
  const names = readdirSync(join(root, 'examples'));
  // And nothing is shown there that is not an example, or else run by documents.test.mjs.
  assert.equal([...shown.matchAll(/^```javascript$/gm)].length, names.length);
  assert.deepEqual([...shown.matchAll(/^```(?!js$|javascript$)(.+)$/gm)].map(([, language]) => language), ['sh', 'rust']);
  for (const name of names) {
    assert.ok(shown.includes(`\`\`\`javascript\n${readFileSync(join(root, 'examples', name, 'main.js'), 'utf8')}\`\`\``), name);
    const { scripts } = JSON.parse(readFileSync(join(root, 'examples', name, 'package.json'), 'utf8'));
    if (scripts) assert.ok(shown.includes(scripts.build), `${name}: ${scripts.build}`);
  }
});
