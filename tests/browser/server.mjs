// Serves the package and these pages, with the policy that it promises to run under.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};
export const POLICY = "script-src 'self' 'wasm-unsafe-eval'";

/** Serves `{ '/prefix/': directory }`; `answer(path)` may give `{ body, status }` before that. */
export async function serve(directories, { headers = {}, answer = () => undefined } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('Content-Type', TYPES[extname(pathname)] ?? 'text/plain');
    const own = answer(pathname);
    if (own) {
      response.statusCode = own.status ?? 200;
      response.end(own.body);
      return;
    }
    const prefix = Object.keys(directories).find((it) => pathname.startsWith(it));
    const file = prefix && join(directories[prefix], pathname.slice(prefix.length));
    if (!file || pathname.includes('..') || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.statusCode = 404;
      response.end();
      return;
    }
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** Waits until something is so, for 20 seconds at most. (Playwright's own way is against the policy.) */
export async function until(isSo) {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not come to be in 20 seconds');
}
