import { HognoseError } from './error.js';

/** The bytes at a URL. */
export async function fetchBytes(url, code) {
  let response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new HognoseError(code, `${url}: ${cause.message}`, { cause });
  }
  if (!response.ok) throw new HognoseError(code, `${url}: HTTP status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
