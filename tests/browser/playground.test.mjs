// The playground (www/), built over the packed package, as who uses it does: mouse, keyboard, files.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './chromium.mjs';
import { serve } from './server.mjs';
import * as units from '../../www/src/units.js';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(process.env.HOGNOSE_APPS, 'www/dist');
const manifest = JSON.parse(readFileSync(join(here, '../../crates/web/npm/dist/manifest.json'), 'utf8'));
const examples = [...readFileSync(join(here, '../../www/src/examples.js'), 'utf8').matchAll(/title: '(.*?)'/g)].map(([, title]) => title);

/** An address elsewhere, which the page's policy has to keep it from. */
const FORBIDDEN = 'http://127.0.0.1:9/';

let browser;
let server;

before(async () => {
  server = await serve({ '/': dist });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the playground, lets `f` use it, and holds that nothing went wrong on the page meanwhile. */
async function visit(f, { hash = '', at = server.origin, state = 'ready', expected = /^$/, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => message.type() === 'error' && !expected.test(message.text()) && wrong.push(message.text()));
  page.on('request', (request) => {
    if (request.url() === FORBIDDEN) return;
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(at)) wrong.push(`asked ${request.url()}`);
  });
  await page.goto(`${at}/index.html${hash}`);
  await ended(page, state);
  await f(page, context);
  await context.close();
  assert.deepEqual(wrong, []);
}

const ended = (page, status) => page.locator(`#status[data-state="${status}"]`).waitFor({ timeout: 20_000 });
const text = (page, selector) => page.locator(selector).innerText();
const code = (page) => page.locator('.cm-line').allInnerTexts().then((lines) => lines.join('\n').replaceAll(/\n\n$/g, '\n'));
const receipt = (page) =>
  page.locator('#receipt > div').evaluateAll((rows) =>
    Object.fromEntries(rows.map((row) => [row.querySelector('dt').textContent, row.querySelector('dd').textContent.trim()])));

/** Writes a program over the one that is there, as it is, without the editor's own indentation. */
async function write(page, program) {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(program);
}

async function run(page, program, status) {
  if (program !== undefined) await write(page, program);
  await page.locator('#run').click();
  await ended(page, status);
}

/** Moves a limit's slider with the keyboard until it says so. */
async function slide(page, name, says) {
  const slider = page.locator(`#limit-${name}`);
  await slider.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 40 && (await slider.getAttribute('aria-valuetext')) !== says; step += 1) {
    await page.keyboard.press('ArrowRight');
  }
  assert.equal(await slider.getAttribute('aria-valuetext'), says);
}

test('a program is run, and its receipt is shown', () =>
  visit(async (page) => {
    await run(page, 'import sys\nprint("out")\nprint("err", file=sys.stderr)\nsys.exit(3)', 'exit');
    assert.equal((await text(page, '#output .stdout')).trim(), 'out');
    assert.match(await text(page, '#output .stderr'), /err/);
    assert.match(await text(page, '#status'), /^Exited with code 3 · /);
    const { Fuel, 'Wall time': wall, 'Peak memory': memory, Manifest, ...rest } = await receipt(page);
    assert.match(Manifest, /^[0-9a-f]{64}$/);
    assert.match(Fuel, /thousand of 10 billion$/);
    assert.match(wall, /ms of 10 s$/);
    assert.match(memory, /^[12](\.\d+)? MiB of 64 MiB$/);
    assert.deepEqual(rest, {
      Status: 'exit',
      'Exit code': '3',
      'Standard output': '4 bytes written, none dropped',
      'Standard error': '4 bytes written, none dropped',
      Runtime: `${manifest.name}@${manifest.version}`,
      'SHA-256': manifest.assets[0].sha256,
      Trust: 'development-signed: with a key that everybody has, which proves nothing of who made it',
    });
  }));

test('it says what runs here, and claims no more', () =>
  visit(async (page) => {
    const footer = await text(page, 'footer');
    const [, version] = / (\d+\.\d+)\.\d+,/.exec(manifest.provenance.source);
    assert.ok(footer.includes(`MicroPython ${version} in WebAssembly. It is a subset of Python`), footer);
    assert.ok((await text(page, '.lead')).startsWith(`MicroPython ${version}, `));
    await run(page, 'import sys\nprint(sys.version)', 'ok');
    assert.match(await text(page, '#output'), new RegExp(`MicroPython v${version.replace('.', '\\.')}\\.`));
    assert.ok(footer.includes(manifest.assets[0].sha256));
    assert.match(footer, /its bytes are the ones that its manifest names, which is development-signed: .* \(key [0-9a-f]{16}\)\./);
    const href = await page.locator('#about a').getAttribute('href');
    assert.match(await (await fetch(`${server.origin}/${href}`)).text(), /# The Python inside/);
  }));

for (const [index, title] of examples.entries()) {
  test(`example: ${title}`, () =>
    visit(async (page) => {
      await page.locator('#examples').selectOption(String(index));
      await page.locator('#run').click();
      if (title === 'A loop without end') {
        await page.locator('#output .stdout').waitFor();
        await page.locator('#stop').click();
        await ended(page, 'cancelled');
      } else {
        await ended(page, 'ok');
      }
      assert.ok((await text(page, '#output')).length > 20);
      if (title === 'A report from a file') assert.match(await text(page, '#files-out-list'), /created\s+report\.json/);
    }));
}

test('an endless loop is stopped with Esc and with the button, and output streams before', () =>
  visit(async (page) => {
    await slide(page, 'fuel', '1 trillion');
    await write(page, 'import sys\nprint("on")\nsys.stdout.flush()\nwhile True: pass');
    for (const stop of [() => page.keyboard.press('Escape'), () => page.locator('#stop').click()]) {
      await page.locator('.cm-content').focus();
      await page.keyboard.press('ControlOrMeta+Enter');
      await page.locator('#output .stdout').waitFor();
      assert.equal(await page.locator('#status').getAttribute('data-state'), 'running');
      assert.ok(await page.locator('#run').isDisabled());
      const started = Date.now();
      await stop();
      await ended(page, 'cancelled');
      assert.ok(Date.now() - started < 5_000, `${Date.now() - started} ms`);
      assert.equal((await receipt(page)).Status, 'cancelled');
    }
    await run(page, 'print("well")', 'ok');
    assert.equal((await text(page, '#output')).trim(), 'well');
  }));

test('each limit ends or cuts a run, and says so', () =>
  visit(async (page) => {
    await slide(page, 'fuel', '1 million');
    await run(page, 'while True: pass', 'out_of_fuel');
    assert.equal(await text(page, '#ending'), 'The run was stopped after 1000000 units of fuel (limit fuel).');
    await page.locator('#limits-reset').click();
    assert.equal(await page.locator('#limit-fuel').getAttribute('aria-valuetext'), '10 billion');

    await slide(page, 'wall_ms', '200 ms');
    await run(page, 'import time\ntime.sleep(5)', 'timeout');
    assert.equal(await text(page, '#ending'), 'The run was stopped after 200 ms of wall-clock time (limit wall_ms).');
    await page.locator('#limits-reset').click();

    await slide(page, 'memory_bytes', '2 MiB');
    await run(page, 'x = bytearray(3_000_000)', 'error');
    assert.match(await text(page, '#output .stderr'), /MemoryError/);
    assert.equal(await text(page, '#ending'), 'The memory that it may have ends at 2 MiB (limit memory_bytes).');
    await page.locator('#limits-reset').click();

    await slide(page, 'stdout_bytes', '1 KiB');
    await run(page, 'print("x" * 3071)', 'ok');
    assert.equal(await text(page, '#ending'), '2 KiB of standard output were dropped from its middle (limit stdout_bytes).');
    assert.equal((await receipt(page))['Standard output'], '3 KiB written, 2 KiB dropped');
  }));

test('the limits begin where those of any run do', () =>
  visit(async (page) => {
    const documented = readFileSync(join(here, '../../docs/limits.md'), 'utf8');
    for (const [name, show] of Object.entries({ fuel: units.count, wall_ms: units.time, memory_bytes: units.size, stdout_bytes: units.size })) {
      const [, usual] = new RegExp(`^\\| .${name}. \\| (\\d+) \\|`, 'm').exec(documented);
      assert.equal(await page.locator(`#limit-${name}`).getAttribute('aria-valuetext'), show(Number(usual)), name);
    }
  }));

test('what the contract refuses is told', () =>
  visit(async (page) => {
    await write(page, 'print(1)');
    await page.locator('#args').fill('x\n'.repeat(300));
    await page.locator('#run').click();
    await ended(page, 'failed');
    assert.match(await text(page, '#ending'), /^This cannot be run: args: .*256/);
  }));

test('arguments and standard input reach the program', () =>
  visit(async (page) => {
    await page.locator('#args').fill('one\ntwo words');
    await page.locator('#stdin').fill('é\n');
    await run(page, 'import sys\nprint(sys.argv[1:], input())', 'ok');
    assert.equal((await text(page, '#output')).trim(), "['one', 'two words'] é");
  }));

test('files go in by the picker and by dropping, and come out as downloads', () =>
  visit(async (page) => {
    await page.locator('#file-input').setInputFiles([
      { name: 'in.bin', mimeType: '', buffer: Buffer.from([0, 255]) },
      { name: 'gone', mimeType: '', buffer: Buffer.from('x') },
      { name: 'mistaken', mimeType: '', buffer: Buffer.from('x') },
    ]);
    await page.getByRole('button', { name: 'Remove mistaken' }).click();
    // Over the editor, which would take it for text.
    await page.locator('.cm-content').evaluate((editor) => {
      const data = new DataTransfer();
      data.items.add(new File(['dropped'], 'in.txt'));
      for (const type of ['dragenter', 'drop']) {
        editor.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
      }
    });
    await page.getByText('in.txt').waitFor();
    await run(page, `import os
print(sorted(os.listdir()), open('in.txt').read())
open('out.bin', 'wb').write(bytes(reversed(open('in.bin', 'rb').read())))
open('in.txt', 'w').write('changed')
os.remove('gone')`, 'ok');
    assert.equal((await text(page, '#output')).trim(), "['gone', 'in.bin', 'in.txt'] dropped");
    const rows = await page.locator('#files-out-list li').allInnerTexts();
    assert.deepEqual(rows.map((row) => row.split(/\s+/).slice(0, 2).join(' ')), ['created out.bin', 'changed in.txt', 'deleted gone']);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download out.bin' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'out.bin');
    assert.deepEqual([...readFileSync(await download.path())], [255, 0]);
  }));

test('a reload keeps what stands in the page', () =>
  visit(async (page) => {
    await write(page, 'print("kept")');
    await page.locator('#args').fill('one');
    await slide(page, 'wall_ms', '1 s');
    await page.reload();
    await ended(page, 'ready');
    assert.equal(await code(page), 'print("kept")');
    assert.equal(await page.locator('#args').inputValue(), 'one');
    assert.equal(await page.locator('#limit-wall_ms').getAttribute('aria-valuetext'), '1 s');
  }));

test('a link holds the program, shows it to another, and does not run it', async () => {
  let hash;
  await visit(async (page, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await write(page, 'print("from a link", "é")');
    await page.locator('#args').fill('one');
    await slide(page, 'wall_ms', '1 s');
    await page.locator('#share').click();
    await page.getByText('The link is copied').waitFor();
    hash = new URL(await page.evaluate(() => navigator.clipboard.readText())).hash;
    assert.equal(hash, await page.evaluate(() => location.hash));
  });
  await visit(async (page) => {
    assert.equal(await code(page), 'print("from a link", "é")');
    assert.equal(await page.locator('#args').inputValue(), 'one');
    assert.equal(await page.locator('#limit-wall_ms').getAttribute('aria-valuetext'), '1 s');
    assert.ok(await page.locator('#from-link').isVisible());
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await text(page, '#output'), '');
    assert.equal(await page.locator('#status').getAttribute('data-state'), 'ready');
    // Once it is changed, it is no longer the link's.
    await write(page, 'print("mine")');
    assert.equal(await page.evaluate(() => location.hash), '');
  }, { hash });
  await visit(async (page) => {
    assert.match(await text(page, '#shared'), /cannot be read: it is damaged\.$/);
    assert.match(await code(page), /^# Python in this tab/);
  }, { hash: `${hash.slice(0, 12)}AAAA${hash.slice(20)}` });
});

test('light or dark as the system says, and as it was told', () =>
  visit(async (page) => {
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(await paper(), 'rgb(19, 22, 20)');
    await page.getByRole('button', { name: 'Use the light theme' }).click();
    assert.equal(await paper(), 'rgb(247, 246, 242)');
    await page.reload();
    await ended(page, 'ready');
    assert.equal(await paper(), 'rgb(247, 246, 242)');
    await page.getByRole('button', { name: 'Use the dark theme' }).click();
    assert.equal(await paper(), 'rgb(19, 22, 20)');
  }, { colorScheme: 'dark' }));

for (const colorScheme of ['light', 'dark']) {
  test(`${colorScheme}: all text stands out from what is behind it, 4.5 to 1 at least`, () =>
    visit(async (page) => {
      const faint = async (when) => assert.deepEqual(await page.evaluate(tooFaint), [], when);
      await faint('ready');
      await page.locator('#examples').selectOption('1');
      await page.locator('#run').click();
      await ended(page, 'ok');
      await faint('ok');
      await run(page, '@property\nclass A: pass\nprint("x" * 70_000, None, 1)\n1 / 0 # why', 'error');
      await faint('error');
      await slide(page, 'fuel', '1 million');
      await run(page, 'while True: pass', 'out_of_fuel');
      await faint('out_of_fuel');
      await page.locator('#share').click();
      await page.locator('#shared').waitFor();
      await faint('shared');
    }, { colorScheme }));
}

/** On the page: the texts that are hard to read. What cannot be used just now may be faint. */
function tooFaint() {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const onto = (colors) => {
    for (const color of colors) {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  // As WCAG 2 has it.
  const luminance = (color) =>
    color.map((it) => it / 255).map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4))
      .reduce((sum, it, at) => sum + it * [0.2126, 0.7152, 0.0722][at], 0);
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === '' || !element.checkVisibility() || element.closest('.unseen, :disabled')) continue;
    const behind = [];
    for (let at = element; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
    const paper = onto(['white', ...behind]);
    const ink = onto([`rgb(${paper})`, getComputedStyle(element).color]);
    const [dark, light] = [luminance(paper), luminance(ink)].sort((a, b) => a - b);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) texts.push(`${contrast.toFixed(2)}: ${node.data.trim().slice(0, 40)}`);
  }
  return texts;
}

test('all of it is reached with the keyboard, and is named', () =>
  visit(async (page) => {
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Escape');
    const reached = [];
    for (let step = 0; step < 14; step += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement.id));
    }
    for (const id of ['output', 'args', 'stdin', 'pick', 'limit-fuel', 'limit-stdout_bytes']) {
      assert.ok(reached.includes(id), `${id} of ${reached}`);
    }
    const nameless = await page.locator('button, select, textarea, input:not([hidden]), [tabindex="0"]').evaluateAll((all) =>
      all.filter((it) => !(it.ariaLabel || it.getAttribute('aria-labelledby') || it.labels?.length || it.innerText?.trim()))
        .map((it) => it.outerHTML.slice(0, 80)));
    assert.deepEqual(nameless, []);
    assert.equal(await page.locator('#status').getAttribute('aria-live'), 'polite');
  }));

test('it fits windows between', () =>
  visit(async (page) => {
    for (const width of [400, 600, 800, 992, 1024, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${width}`);
      assert.ok((await page.locator('#run').boundingBox()).height < 45, `${width}`);
    }
  }));

test('it fits a phone, of 360 pixels', () =>
  visit(async (page) => {
    const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(await isWide(), false);
    await page.locator('#examples').selectOption('1');
    await page.locator('#run').tap();
    await ended(page, 'ok');
    assert.equal(await isWide(), false);
    const { y } = await page.locator('#output').boundingBox();
    assert.ok(y < 740, 'the output is in view');
  }, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }));

test('a runtime that is not the one named is not run', async () => {
  const damaged = await serve({ '/': dist }, {
    answer: (path) => {
      if (!/python-.*\.wasm$/.test(path)) return undefined;
      const body = readFileSync(join(dist, path));
      body[body.length - 1] ^= 1;
      return { body };
    },
  });
  await visit(async (page) => {
    assert.match(await text(page, '#trouble'), /^Python is disabled, because its runtime cannot be verified: python\.wasm: its SHA-256 is /);
    assert.match(await text(page, '#runtime'), /Verified\s+no$/);
    assert.ok(await page.locator('#run').isDisabled());
    await page.keyboard.press('ControlOrMeta+Enter');
    assert.equal(await text(page, '#output'), '');
  }, { at: damaged.origin, state: 'failed' });
  await damaged.close();
});

test('a browser that is too old is told so', async () => {
  const [worker] = readdirSync(join(dist, 'assets')).filter((name) => name.startsWith('worker-'));
  const old = await serve({ '/': dist }, {
    answer: (path) =>
      path === `/assets/${worker}` && {
        body: `WebAssembly.validate = () => false;\n${readFileSync(join(dist, path), 'utf8')}`,
      },
  });
  await visit(async (page) => {
    assert.match(await text(page, '#trouble'), /^Python cannot run here: this WebAssembly has no exception handling .*Chrome 137, Firefox 131, Safari 18\.4/);
    assert.ok(await page.locator('#run').isDisabled());
  }, { at: old.origin, state: 'failed' });
  await old.close();

  // Where not even the script is taken, the page itself says what it needs.
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.origin}/index.html`);
  await page.locator('#too-old').waitFor();
  assert.match(await text(page, '#too-old'), /Chrome 137, Firefox 131 or Safari 18\.4/);
  await context.close();
});

test('its policy forbids scripts and requests elsewhere', () =>
  visit(async (page) => {
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    for (const part of ["default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "object-src 'none'", "base-uri 'none'"]) {
      assert.ok(policy.split('; ').includes(part), part);
    }
    const violated = page.evaluate(() => new Promise((resolve) => addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))));
    await page.evaluate((url) => fetch(url).catch(() => {}), FORBIDDEN);
    assert.equal(await violated, 'connect-src');
  }, { expected: /Content Security Policy/ }));
