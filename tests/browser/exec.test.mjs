// Other commands of a bundle, as on the native twin: tests/word-count.json says what both make of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './chromium.mjs';
import { POLICY, serve, until } from './server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const pairs = JSON.parse(readFileSync(join(here, '../word-count.json'), 'utf8'));
const bundle = join(here, '../../bundles/word-count/0.1.0');

let browser;
let server;
let page;

before(async () => {
  const directories = { '/hognose/': join(here, '../../crates/web/npm'), '/bundle/': bundle, '/': join(here, 'pages') };
  server = await serve(directories, { headers: { 'Content-Security-Policy': POLICY } });
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`${server.origin}/index.html`);
  await until(() => page.evaluate(() => 'Hognose' in globalThis));
});

after(async () => {
  await browser?.close();
  await server?.close();
});

for (const thread of ['worker', 'inline']) {
  test(`${thread}: a command comes to what it comes to on the other twin`, async () => {
    const outcomes = await page.evaluate(
      async ({ pairs, thread }) => {
        const bundle = await Hognose.load({ bundle: '/bundle', thread });
        const outcomes = [];
        for (const { request: { command, ...world } } of pairs) outcomes.push(await bundle.exec(command, world));
        await bundle.close();
        return outcomes;
      },
      { pairs, thread },
    );
    assert.deepEqual(outcomes, pairs.map(({ outcome }) => outcome));
  });

  test(`${thread}: what is not in the bundle is named, and others run on`, async () => {
    const told = await page.evaluate(async (thread) => {
      const bundle = await Hognose.load({ bundle: '/bundle', thread });
      const told = [];
      for (const run of [() => bundle.run({ code: '1' }), () => bundle.exec('cat'), () => bundle.exec('wc', { code: '1' })]) {
        await run().catch(({ code, message }) => told.push([code, message]));
      }
      told.push((await bundle.exec('wc', { stdin: 'a b' })).stdout, bundle.runtime.bundle);
      await bundle.close();
      return told;
    }, thread);
    assert.deepEqual(told, [
      ['bundle', 'bundle: word-count@0.1.0 has no command "python" (it has: wc)'],
      ['bundle', 'bundle: word-count@0.1.0 has no command "cat" (it has: wc)'],
      ['request', 'request: only one of code, script, module and command may be given'],
      '0 2 3\n',
      'word-count@0.1.0',
    ]);
  });
}

test('a bundle that is given by its parts', async () => {
  const manifest = readFileSync(join(bundle, 'manifest.json'), 'utf8');
  const told = await page.evaluate(async (manifest) => {
    const files = { 'wc.wasm': '/bundle/wc.wasm' };
    const bundle = await Hognose.load({ bundle: { manifest, files } });
    const { stdout } = await bundle.exec('wc', { stdin: 'a' });
    await bundle.close();
    const without = await Hognose.load({ bundle: { manifest, files: {} } });
    const refused = await without.exec('wc').catch(({ code, message }) => [code, message]);
    await without.close();
    return [stdout, refused];
  }, manifest);
  assert.deepEqual(told, ['0 1 1\n', ['bundle', 'wc.wasm: is missing']]);
});
