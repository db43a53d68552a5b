// The package for Node: assets are files, and guests run on the caller's thread.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { HognoseError } from './src/error.js';
import { fetchBytes } from './src/fetch.js';
import { hognose } from './src/hognose.js';

export { bytes } from './src/content.js';
export { HognoseError } from './src/error.js';

async function read(url, code) {
  if (new URL(url).protocol !== 'file:') return fetchBytes(url, code);
  try {
    return new Uint8Array(await readFile(fileURLToPath(url)));
  } catch (cause) {
    throw new HognoseError(code, `${url}: ${cause.message}`, { cause });
  }
}

const engine = new URL('./dist/hognose_web_bg.wasm', import.meta.url);

export const Hognose = hognose({ thread: 'inline', read, engine });
