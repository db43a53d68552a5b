// Guests on the caller's own thread.
import { HognoseError } from './error.js';

export class Inline {
  #engine;
  #closed = false;

  static async load(source, { engine: wasm, read }) {
    const { Engine } = await import('./engine.js');
    // Node's `fetch` reads no files, so that the engine's module comes as bytes there.
    const module = wasm && read ? await read(String(wasm), 'engine') : wasm;
    const inline = new Inline();
    inline.#engine = await Engine.load(source, module, read);
    return inline;
  }

  async run(json, outputs, signal) {
    if (this.#closed) throw new HognoseError('closed', 'it was closed');
    if (signal?.aborted) {
      return this.#engine.stopped(json, 'cancelled', new Uint8Array(), new Uint8Array(), 0);
    }
    let onAbort;
    try {
      return await this.#engine.run(
        json,
        ({ cancel }) => signal?.addEventListener('abort', (onAbort = cancel), { once: true }),
        (stream, chunk) => outputs[stream - 1].push(chunk),
      );
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  }

  async close() {
    this.#closed = true;
  }
}
