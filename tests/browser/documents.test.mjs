// Every JavaScript example of the documents, run on a page: what it logs is what it says behind `//`.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './chromium.mjs';
import { POLICY, serve, until } from './server.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const examples = ['README.md', 'docs/embedding.md', 'docs/security.md', 'docs/sessions.md', 'crates/web/npm/README.md'].flatMap((name) =>
  [...readFileSync(join(root, name), 'utf8').matchAll(/^```js\n(.*?)^```$/gms)].map(([, code], index) => ({
    name: `${name}, example ${index + 1}`,
    code,
    says: [...code.matchAll(/^ *console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text),
  })),
);

let browser;
let server;

before(async () => {
  server = await serve(
    { '/hognose/': join(root, 'crates/web/npm') },
    {
      headers: { 'Content-Security-Policy': POLICY },
      answer: (path) => {
        const [, index, kind] = /^\/(\d+)\.(html|js)$/.exec(path) ?? [];
        if (kind === 'html') {
          return { body: `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/${index}.js"></script>` };
        }
        return kind && { body: `${examples[index].code.replaceAll("'hognose'", "'/hognose/dist/index.js'")}\ndocument.title = 'done';` };
      },
    },
  );
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('there are examples', () => {
  assert.ok(examples.length >= 8, `${examples.length}`);
});

for (const [index, { name, says }] of examples.entries()) {
  test(name, async () => {
    assert.ok(says.length > 0, 'an example says what it logs');
    const page = await browser.newPage();
    const logged = [];
    const failed = [];
    page.on('console', (message) => logged.push(message.text()));
    page.on('pageerror', (error) => failed.push(error.message));
    await page.goto(`${server.origin}/${index}.html`);
    await until(async () => failed.length > 0 || (await page.title()) === 'done');
    await page.close();
    assert.deepEqual({ logged, failed }, { logged: says, failed: [] });
  });
}
