// Files of bundles in the browser's Cache Storage, by their SHA-256. Nothing of it is believed: what is
// taken from here is held against the manifest like what comes from the network. Where there is no
// storage (a private window, a page that is no secure context, storage that is denied or full), there is
// no cache, and nothing else is different.
const NAME = 'hognose-bundles';
/** Files that are kept: a few versions of a few bundles. */
const MAX_ENTRIES = 16;

// An address that is nobody's.
const address = (sha256) => `https://hognose.invalid/${sha256}`;

async function attempt(f) {
  try {
    return await f(await caches.open(NAME));
  } catch {
    return undefined;
  }
}

/** The file with this hash, or what stands in its place. */
export const kept = (sha256) =>
  attempt(async (cache) => {
    const response = await cache.match(address(sha256));
    return response && new Uint8Array(await response.arrayBuffer());
  });

/** Keeps a file that was verified. The oldest ones have to make room. */
export const keep = (sha256, bytes) =>
  attempt(async (cache) => {
    await cache.put(address(sha256), new Response(bytes));
    const entries = await cache.keys();
    await Promise.all(entries.slice(0, -MAX_ENTRIES).map((entry) => cache.delete(entry)));
  });

/** Forgets what does not hold. */
export const forget = (sha256) => attempt((cache) => cache.delete(address(sha256)));
