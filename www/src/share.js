// A program in a link's fragment, which no server is sent: JSON, deflated, base64url.

const PREFIX = '#1.';
/** Characters of a fragment that are looked at. */
const MAX_LINK = 200_000;
/** Bytes that a fragment may unfold to: a request's source text, and a little for the rest. */
const MAX_BYTES = 1_200_000;

/** The fragment for `{ code, args, stdin, limits }`. */
export async function toFragment(program) {
  const stream = new Blob([JSON.stringify(program)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  return PREFIX + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The program of a fragment: undefined where there is none, an error where it is not whole. */
export async function fromFragment(fragment) {
  if (!fragment.startsWith(PREFIX)) return undefined;
  if (fragment.length > MAX_LINK) throw new Error('it is too long');
  let packed;
  try {
    packed = Uint8Array.from(atob(fragment.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  } catch {
    throw new Error('it is damaged');
  }
  return program(JSON.parse(await unfold(packed)));
}

async function unfold(packed) {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > MAX_BYTES) break;
      chunks.push(value);
    }
  } catch {
    throw new Error('it is damaged');
  }
  if (length > MAX_BYTES) {
    await reader.cancel();
    throw new Error('it is too long');
  }
  return new Blob(chunks).text();
}

/** Of what may be anything, what a program has. */
export function program(value) {
  const text = (key) => (typeof value?.[key] === 'string' ? value[key] : '');
  if (typeof value?.code !== 'string') throw new Error('it holds no program');
  const limits = typeof value.limits === 'object' && value.limits !== null ? value.limits : {};
  return { code: value.code, args: text('args'), stdin: text('stdin'), limits };
}
