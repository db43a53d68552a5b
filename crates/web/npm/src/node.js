// The package for Node: assets are files, and guests run on the caller's thread.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { HognoseError } from './error.js';
import { fetchBytes } from './fetch.js';
import { hognose } from './hognose.js';

export { bytes } from './content.js';
export { HognoseError } from './error.js';
export { Session } from './session.js';

async function read(url, code, max) {
  if (new URL(url).protocol !== 'file:') return fetchBytes(url, code, max);
  try {
    return new Uint8Array(await readFile(fileURLToPath(url)));
  } catch (cause) {
    throw new HognoseError(code, `${url}: ${cause.message}`, { cause });
  }
}

const engine = new URL('./hognose_web_bg.wasm', import.meta.url);

export const Hognose = hognose({ thread: 'inline', read, engine });
