// Whose bundles run in a browser, and every way around that which is known.
import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, sign as ed25519 } from 'node:crypto';
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

const KEY = 'fe812c12f3ab4ce6';
const PUBLIC = '6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=';
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const secret = createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.alloc(32, 7)]), format: 'der', type: 'pkcs8' });

/** Canonical JSON, as far as manifests go: another one than Hognose's own. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** The manifest, changed, and signed with the key of somebody else. */
function signed(change = () => {}) {
  const { signature: _, ...rest } = JSON.parse(manifest);
  change(rest);
  const sigBase64 = ed25519(null, Buffer.from(canonical(rest)), secret).toString('base64');
  return { ...rest, signature: { keyId: KEY, alg: 'ed25519', sigBase64 } };
}

const { signature: _signature, ...unsigned } = JSON.parse(manifest);
const flipped = Buffer.from(runtime);
flipped[runtime.length >> 1] ^= 1;
let asked = [];
let browser;
let server;
let page;

before(async () => {
  assert.equal(createPublicKey(secret).export({ format: 'jwk' }).x, PUBLIC.replaceAll('+', '-').replaceAll('/', '_').replace('=', ''));
  const bundles = {
    '/flipped/manifest.json': { body: manifest },
    '/flipped/python.wasm': { body: flipped },
    '/unsigned/manifest.json': { body: JSON.stringify(unsigned) },
    '/unsigned/python.wasm': { body: runtime },
    '/long/manifest.json': { body: manifest },
    '/long/python.wasm': { body: Buffer.concat([runtime, Buffer.alloc(1 << 20)]) },
    '/good/manifest.json': { body: manifest },
    '/good/python.wasm': { body: runtime },
    '/huge/manifest.json': { body: ' '.repeat(70_000) },
  };
  server = await serve(
    { '/hognose/': npm, '/': join(here, 'pages') },
    {
      headers: { 'Content-Security-Policy': POLICY },
      answer: (path) => {
        asked.push(path);
        return bundles[path];
      },
    },
  );
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`${server.origin}/index.html`);
  await until(() => page.evaluate(() => 'Hognose' in globalThis));
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** What is said of the runtime before and behind a run; or why there is none. */
const load = (options, on = page) =>
  on.evaluate(async (options) => {
    if (options.bundle?.manifest) options.bundle = { ...options.bundle, runtime: '/hognose/dist/python.wasm' };
    // What is compiled is counted, wherever that is asked for on this page.
    let compiled = 0;
    const compile = WebAssembly.compile;
    WebAssembly.compile = (bytes) => {
      compiled += 1;
      return compile.call(WebAssembly, bytes);
    };
    try {
      const python = await Hognose.load({ thread: 'inline', ...options });
      const { stdout, receipt } = await python.run({ code: 'print(6 * 7)' });
      await python.close();
      return { stdout, runtime: python.runtime, same: JSON.stringify(receipt.runtime) === JSON.stringify(python.runtime) };
    } catch (error) {
      return { code: error.code, message: error.message, compiled };
    } finally {
      WebAssembly.compile = compile;
    }
  }, options);

async function refused(options, why) {
  const { code, message, compiled } = await load(options);
  assert.deepEqual([code, compiled], ['bundle', 0], message);
  assert.match(message, why);
}

for (const thread of ['worker', 'inline']) {
  test(`${thread}: the package's own runtime says that it is development-signed`, async () => {
    const { stdout, runtime: said, same } = await load({ thread });
    assert.deepEqual([stdout, same], ['42\n', true]);
    assert.equal(said.bundle, 'lang-python@0.1.0');
    assert.deepEqual([said.trust, said.key_id], ['development', '6a193fc0fc549c49']);
    assert.match(said.manifest_sha256, /^[0-9a-f]{64}$/);
  });
}

test('a key that is added, a pin, and nobody at all', async () => {
  const theirs = { manifest: signed() };
  const added = await load({ bundle: theirs, trust: { keys: [{ publicKey: PUBLIC }] } });
  assert.deepEqual([added.stdout, added.runtime.trust, added.runtime.key_id], ['42\n', 'added_key', KEY]);
  const pinned = await load({ bundle: { manifest: unsigned }, trust: { pins: [added.runtime.manifest_sha256] } });
  assert.deepEqual([pinned.stdout, pinned.runtime.trust, pinned.runtime.key_id], ['42\n', 'pinned', null]);
  const nobody = await load({ bundle: '/unsigned', trust: { requireSignature: false } });
  assert.deepEqual([nobody.stdout, nobody.runtime.trust, nobody.same], ['42\n', 'unsigned', true]);
});

test('a policy holds in Workers as well', async () => {
  const trust = { keys: [{ publicKey: PUBLIC }] };
  const added = await load({ thread: 'worker', bundle: { manifest: signed() }, trust });
  assert.deepEqual([added.stdout, added.runtime.trust, added.same], ['42\n', 'added_key', true]);
  const { code, message } = await load({ thread: 'worker', bundle: { manifest: signed() } });
  assert.equal(code, 'bundle');
  assert.match(message, /which is not known/);
});

test('what nobody vouches for is not compiled, and not even fetched', async () => {
  asked = [];
  await refused({ bundle: '/unsigned' }, /^bundle: manifest\.json: is not signed/);
  assert.deepEqual(asked.filter((path) => path.startsWith('/unsigned')), ['/unsigned/manifest.json']);
  await refused({ bundle: { manifest: signed() } }, /is signed with the key fe812c12f3ab4ce6, which is not known/);
  const keys = [{ publicKey: PUBLIC }];
  for (const [trust, why] of [
    [{ keys, revokedKeys: [KEY] }, /fe812c12f3ab4ce6, which is revoked/],
    [{ keys: [{ publicKey: PUBLIC, validUntil: '2020-01-01' }] }, /which was valid until 2020-01-01/],
    [{ keys: [{ publicKey: PUBLIC, validFrom: '9000-01-01' }] }, /which is not valid before 9000-01-01/],
    [{ keys: [{ publicKey: 'AAAA' }] }, /trust policy: keys\[0\]\.publicKey: must be an Ed25519 public key/],
    [{ requiresignature: false }, /trust policy: unknown field `requiresignature`/],
  ]) {
    await refused({ bundle: { manifest: signed() }, trust }, why);
  }
  await refused({ trust: { development: false } }, /which everybody has and which does not count here/);
});

test('a manifest that was changed is refused, whatever was changed', async () => {
  const trust = { keys: [{ publicKey: PUBLIC }] };
  const changes = [
    (it) => (it.version = '0.0.9'),
    (it) => (it.assets[0].size += 1),
    (it) => (it.limits.maximum = { wall_ms: 20_000 }),
    (it) => (it.provenance.source = ''),
    (it) => (it.signature.sigBase64 = signed((other) => (other.version = '0.0.9')).signature.sigBase64),
  ];
  for (const change of changes) {
    const changed = signed();
    change(changed);
    await refused({ bundle: { manifest: changed }, trust }, /the signature is not what the key/);
  }
  for (const share of [0, 0.2, 0.4, 0.6, 0.8, 0.95]) {
    const text = Buffer.from(manifest);
    // The next byte that is no white space.
    const at = manifest.slice(Math.floor(share * text.length)).search(/\S/) + Math.floor(share * text.length);
    text[at] ^= 1;
    await refused({ bundle: { manifest: text.toString('latin1') } }, /^bundle: manifest\.json: /);
  }
});

test('files that are not what the manifest says are not compiled', async () => {
  await refused({ bundle: '/flipped' }, /^bundle: python\.wasm: its SHA-256 is/);
  await refused({ bundle: '/long' }, new RegExp(`python\\.wasm: more than the ${runtime.length} bytes that are allowed$`));
  await refused({ bundle: '/huge' }, /manifest\.json: more than the 65536 bytes that are allowed$/);
});

test("a bundle's maximum holds here, too", async () => {
  const bundle = { manifest: signed((it) => (it.limits.maximum = { wall_ms: 20_000 })) };
  const options = { bundle, trust: { keys: [{ publicKey: PUBLIC }] }, limits: { wall_ms: 20_001 } };
  const { code, message } = await load(options);
  assert.deepEqual([code, message], ['request', 'limits.wall_ms: 20001 is more than the 20000 that the bundle allows']);
});

for (const thread of ['worker', 'inline']) {
  test(`${thread}: what is kept in the browser is verified on each load`, async () => {
    const fetched = async (options = {}) => {
      asked = [];
      const { stdout, message } = await load({ thread, bundle: '/good', cache: true, ...options });
      assert.equal(stdout, '42\n', message);
      return asked.filter((path) => path === '/good/python.wasm').length;
    };
    await page.evaluate(() => caches.delete('hognose-bundles'));
    assert.deepEqual([await fetched(), await fetched(), await fetched({ cache: false })], [1, 0, 1]);
    const poison = (how) =>
      page.evaluate(async (how) => {
        const cache = await caches.open('hognose-bundles');
        const [entry] = await cache.keys();
        const bytes = new Uint8Array(await (await cache.match(entry)).arrayBuffer());
        if (how === 'flipped') bytes[bytes.length >> 1] ^= 1;
        await cache.put(entry, new Response(how === 'short' ? bytes.subarray(1) : bytes));
      }, how);
    for (const how of ['flipped', 'short']) {
      await poison(how);
      assert.deepEqual([await fetched(), await fetched()], [1, 0], how);
    }
    // The policy is asked each time, whatever is kept.
    const { code } = await load({ thread, bundle: '/good', cache: true, trust: { development: false } });
    assert.equal(code, 'bundle');
  });
}

test('only so many files are kept', async () => {
  const count = await page.evaluate(async () => {
    const cache = await caches.open('hognose-bundles');
    for (let index = 0; index < 40; index += 1) await cache.put(`https://hognose.invalid/${index}`, new Response(''));
    return (await cache.keys()).length;
  });
  assert.ok(count >= 40);
  await page.evaluate(async () => {
    const cache = await caches.open('hognose-bundles');
    for (const entry of await cache.keys()) if (entry.url.length > 60) await cache.delete(entry);
  });
  assert.equal((await load({ bundle: '/good', cache: true })).stdout, '42\n');
  assert.equal(await page.evaluate(async () => (await (await caches.open('hognose-bundles')).keys()).length), 16);
});

test('without storage nothing is kept, and all else is as ever', async () => {
  await page.evaluate(() => Object.defineProperty(globalThis, 'caches', { configurable: true, get: () => { throw new DOMException('denied', 'SecurityError'); } }));
  assert.equal((await load({ bundle: '/good', cache: true })).stdout, '42\n');
  await page.evaluate(() => Object.defineProperty(globalThis, 'caches', { value: undefined }));
  assert.equal((await load({ bundle: '/good', cache: true })).stdout, '42\n');
});
