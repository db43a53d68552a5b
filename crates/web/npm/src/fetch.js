import { HognoseError } from './error.js';

/** The bytes at a URL: `max` at most. Nothing of who is asking is sent with it. */
export async function fetchBytes(url, code, max = Infinity) {
  let response;
  try {
    response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (response.ok) return await atMost(response, max);
  } catch (cause) {
    throw new HognoseError(code, `${url}: ${cause.message}`, { cause });
  }
  throw new HognoseError(code, `${url}: HTTP status ${response.status}`);
}

// Whatever a server says of how much it sends, no more is kept.
async function atMost(response, max) {
  if (max === Infinity) return new Uint8Array(await response.arrayBuffer());
  const chunks = [];
  let length = 0;
  for (let reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > max) {
      await reader.cancel();
      throw new Error(`more than the ${max} bytes that are allowed`);
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
