// bundle-web.mjs PACKAGE OUT: the package's JavaScript, and the engine's module, as they are
// downloaded. PACKAGE has src/, and in dist/ what wasm-bindgen and build-web have written.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const esbuild = createRequire(`${process.env.HOGNOSE_NPM}/`)('esbuild');
const [from, out] = process.argv.slice(2);
const GLUE = join(from, 'dist/hognose_web.js');
const MODULE = 'hognose_web_bg.wasm';
/** Exports that Rust looks up by name, in `engine/gate.rs`. */
const LOOKED_UP = /^calls_/;

/** An unsigned LEB128 at `at`, and where it ends. */
function leb(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function toLeb(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return bytes;
}

/** A section of imports or exports, from its count on, with names as `rename` has them. */
function renamed(section, names, rename, pastKind) {
  let [count, at] = leb(section, 0);
  const parts = [toLeb(count)];
  for (; count > 0; count -= 1) {
    const given = Array.from({ length: names }, () => {
      const [length, start] = leb(section, at);
      at = start + length;
      return section.toString('utf8', start, at);
    });
    for (const name of rename(...given)) parts.push(toLeb(Buffer.byteLength(name)), Buffer.from(name));
    const start = at;
    at = leb(section, pastKind(at))[1];
    parts.push(section.subarray(start, at));
  }
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** The module with other names: `imported(module, name)` gives both, `exported(name)` the one. */
function rename(wasm, imported, exported) {
  const parts = [wasm.subarray(0, 8)];
  for (let at = 8; at < wasm.length; ) {
    const id = wasm[at];
    const [size, body] = leb(wasm, at + 1);
    at = body + size;
    let section = wasm.subarray(body, at);
    if (id === 2) {
      section = renamed(section, 2, imported, (kind) => {
        if (section[kind] !== 0) throw new Error(`${MODULE}: an import that is no function`);
        return kind + 1;
      });
    } else if (id === 7) {
      section = renamed(section, 1, exported, (kind) => kind + 1);
    }
    parts.push(Buffer.from([id, ...toLeb(section.length)]), section);
  }
  return Buffer.concat(parts);
}

// wasm-bindgen's names are long, have hashes that do not compress, and are seen by nobody.
let glue = readFileSync(GLUE, 'utf8');
function inGlue(before, name, after, short) {
  const quoted = name.replaceAll(/[.$]/g, '\\$&');
  const parts = glue.split(new RegExp(`(?<=${before})${quoted}(?=${after})`));
  if (parts.length < 2) throw new Error(`${GLUE}: there is no ${name}`);
  glue = parts.join(short);
}
let taken = 0;
const next = () => `$${(taken++).toString(36)}`;
let importedFrom;
const wasm = rename(
  readFileSync(join(from, 'dist', MODULE)),
  (module, name) => {
    if (importedFrom === undefined) inGlue('"', (importedFrom = module), '"', 'w');
    if (module !== importedFrom) throw new Error(`${MODULE}: imports from ${module}`);
    const short = next();
    inGlue('\\s', name, ': function\\(', short);
    return ['w', short];
  },
  (name) => {
    if (LOOKED_UP.test(name) || !glue.includes(`wasm.${name}`)) return [name];
    const short = next();
    inGlue('wasm\\.', name, '\\b', short);
    return [short];
  },
);
// Classes of which only the module knows: nothing of them is left where nothing has an effect.
glue = glue.replaceAll(/^if \(Symbol\.dispose\) .*$/gm, '').replaceAll(': new FinalizationRegistry', ': /* @__PURE__ */ new FinalizationRegistry');
writeFileSync(GLUE, glue);
writeFileSync(join(out, MODULE), wasm);

const entries = (...names) => names.map((name) => join(from, `src/${name}.js`));
const options = { outdir: out, bundle: true, format: 'esm', target: 'es2022', logLevel: 'warning' };

// Each entry is one file, so that a page asks for two: its own and its Worker's. The third, for
// guests on the page's own thread, is asked for by those that want it.
await esbuild.build({
  ...options,
  entryPoints: entries('index', 'worker', 'engine'),
  minify: true,
  mangleProps: /^__(wbg_ptr|wrap|destroy_into_raw)$/,
  // wasm-bindgen's: a server that gives the module a wrong type is slower, and works.
  drop: ['console'],
  plugins: [{
    name: 'engine',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\.\/engine\.js$/ }, ({ path, kind }) =>
        kind === 'dynamic-import' ? { path, external: true } : undefined),
  }],
});

// Node downloads nothing, and shows the line that threw.
await esbuild.build({ ...options, entryPoints: entries('node'), platform: 'node', keepNames: true });
